package vn.vonggac.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vonggac.detect.Messages;
import vn.vonggac.page.Change;

/** {@code vonggac changes}: what is different from one copy of a page to the next. */
@Command(name = "changes", mixinStandardHelpOptions = true, description = "Says what changed between consecutive copies of pages. Exit code 2 when something could not be read.")
final class ChangesCommand extends OfflineCommand implements Callable<Integer> {

    private static final int UNREAD = 2;

    @Parameters(paramLabel = "DIR", description = "copies named <yyyyMMddTHHmmssZ>.html: of a page, of a portal's pages, or of portals")
    private Path folder = Path.of("");

    @Option(names = "--html", paramLabel = "FILE", description = "write the changes side by side into a file for a browser")
    private @Nullable Path html;

    @Option(names = "--table", description = "print the table alone")
    private boolean tableOnly;

    private final Messages messages = Messages.in(Locale.getDefault());
    private final ChangesTable table = new ChangesTable(messages);

    @Override
    public Integer call() throws IOException {
        List<History> histories = History.near(folder);
        List<String> unread = new ArrayList<>();
        int visits = histories.stream().mapToInt(history -> history.visits().size()).sum();
        Progress progress = new Progress(err(), "changes", visits);
        try (Pages pages = new Pages(html, messages)) {
            for (History history : histories) {
                unread.addAll(history.problems());
                changes(history, pages, unread, progress);
            }
        }
        table.print(out());
        out().flush();
        unread.forEach(problem -> err().println(problem));
        return unread.isEmpty() ? 0 : UNREAD;
    }

    private void changes(History history, Pages pages, List<String> unread, Progress progress) {
        Changes changes = new Changes();
        for (History.Visit visit : history.visits()) {
            try {
                Optional<Changes.Step> step = changes.next(history.portal(), visit);
                step.ifPresent(table::add);
                step.filter(ChangesCommand::isChanged).ifPresent(changed -> show(changed, pages));
            } catch (IOException e) {
                unread.add(visit.copies().getFirst().file() + ": " + e.getMessage());
            }
            if (tableOnly) {
                progress.step();
            }
        }
    }

    private static boolean isChanged(Changes.Step step) {
        return step.found().filter(change -> change.kind() != Change.Kind.NONE).isPresent();
    }

    private void show(Changes.Step step, Pages pages) {
        if (!tableOnly) {
            new ChangeText(messages).print(step, out());
        }
        pages.add(step);
    }

    /** The file for a browser, where one was asked for. */
    private record Pages(Optional<SideBySide> file) implements AutoCloseable {

        Pages(@Nullable Path path, Messages messages) throws IOException {
            this(path == null ? Optional.empty() : Optional.of(new SideBySide(path, messages)));
        }

        void add(Changes.Step step) {
            file.ifPresent(open -> open.add(step));
        }

        @Override
        public void close() throws IOException {
            if (file.isPresent()) {
                file.get().close();
            }
        }
    }
}

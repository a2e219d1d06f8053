package vn.vonggac.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import vn.vonggac.corpus.BadQuery;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.CorpusConfig;
import vn.vonggac.corpus.Found;
import vn.vonggac.corpus.Search;

/** {@code vonggac hunt}: which pages ever said this, and which still do. */
@Command(name = "hunt", mixinStandardHelpOptions = true, description = "Searches everything that was ever read. Exit code 0 when something was found, 1 when nothing.")
final class HuntCommand extends OfflineCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int NOTHING = 1;

    @Parameters(paramLabel = "QUERY", description = "in the language of the signatures, such as '\"nhà cái\" AND linkhost:kubet*'")
    private String query = "";

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: the settings')")
    private @Nullable Path data;

    @Option(names = "--since", paramLabel = "DATE", description = "only what was first seen from this day on, such as 2026-08-01")
    private @Nullable String since;

    @Option(names = "--now", description = "only what was there at the last visit")
    private boolean now;

    @Option(names = "--limit", paramLabel = "N", description = "hits shown at most (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    @Option(names = "--format", paramLabel = "text|json", description = "default: ${DEFAULT-VALUE}")
    private HuntReport.Format format = HuntReport.Format.text;

    @Override
    public Integer call() {
        Path index = Settings.data(config(), Optional.ofNullable(data)).resolve("corpus");
        Search search = search();
        try {
            Found found = Corpus.search(index, CorpusConfig.usual(), search);
            HuntReport.print(found, Corpus.hunt(index, CorpusConfig.usual(), search), format, out());
            out().flush();
            return found.total() == 0 ? NOTHING : CommandLine.ExitCode.OK;
        } catch (BadQuery e) {
            throw new ParameterException(commandLine(), complaint(e));
        }
    }

    private Search search() {
        Search search = Search.everywhere(query).page(limit, 0);
        search = since == null ? search : search.since(day(since));
        return now ? search.whatIsStillThere() : search;
    }

    /** What is wrong, and under the query an arrow to where. */
    private String complaint(BadQuery bad) {
        return bad.getMessage() + (bad.place().isEmpty()
                ? ""
                : System.lineSeparator() + query + System.lineSeparator()
                        + " ".repeat(bad.place().getAsInt()) + "^");
    }

    private Instant day(String date) {
        try {
            return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new ParameterException(commandLine(), "Not a day such as 2026-08-01: " + date);
        }
    }
}

package vn.vonggac.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import vn.vonggac.detect.Verdict;

/** {@code vonggac check}: is this page clean? */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Judges pages: exit 1 when one is flagged, 2 when one could not be looked at whole, 0 when clean.")
final class CheckCommand extends OfflineCommand implements Callable<Integer> {

    private static final int CLEAN = 0;
    private static final int FLAGGED = 1;
    private static final int UNSEEN = 2;

    @Parameters(paramLabel = "TARGET", arity = "1..*", description = "An address (a port in it counts as listed), a file (.html, .pdf, .txt), or - for text on standard input.")
    private List<String> targets = List.of();

    @Option(names = "--url", paramLabel = "U", description = "Where a file or text would stand.")
    private String url = "";

    @Option(names = "--baseline", paramLabel = "FILE", description = "What the page normally says.")
    private @Nullable Path baseline;

    @Option(names = "--view", paramLabel = "V", description = "Look under this view only (repeatable; default: all).")
    private List<String> views = List.of();

    @Option(names = "--format", paramLabel = "text|json|sarif", description = "How to print.")
    private Format format = Format.text;

    @Option(names = "--fail-on", paramLabel = "suspicious|compromised", description = "From which verdict on to exit 1.")
    private FailOn failOn = FailOn.suspicious;

    enum Format {
        text, json, sarif
    }

    enum FailOn {
        suspicious, compromised
    }

    @Override
    public Integer call() {
        if (baseline != null && !Files.isReadable(baseline)) {
            throw new ParameterException(commandLine(), "--baseline " + baseline + ": no such readable file");
        }
        try (Offline offline = new Offline(config())) {
            Checks checks = new Checks(offline, url, Optional.ofNullable(baseline), views);
            checks.unknownView().ifPresent(view -> {
                throw new ParameterException(commandLine(),
                        "--view " + view + ": not one of " + checks.knownViews());
            });
            return print(offline, all(checks));
        }
    }

    private List<Checked> all(Checks checks) {
        Progress progress = new Progress(err(), "check", targets.size());
        List<Checked> checked = new ArrayList<>();
        for (String target : targets) {
            checked.add(checks.check(target));
            progress.step();
        }
        return checked;
    }

    private int print(Offline offline, List<Checked> checked) {
        switch (format) {
            case text -> checked.forEach(one -> out().print(CheckText.of(one, colours())));
            case json -> checked.forEach(one -> out().println(offline.json(CheckView.of(one))));
            case sarif -> out().println(offline.json(Sarif.of(checked)));
        }
        out().flush();
        return checked.stream().mapToInt(this::exit).reduce(CLEAN, CheckCommand::worse);
    }

    private int exit(Checked checked) {
        Verdict.Level level = checked.verdict().level();
        return switch (level) {
            case COMPROMISED -> FLAGGED;
            case SUSPICIOUS -> failOn == FailOn.suspicious ? FLAGGED : CLEAN;
            case INCOMPLETE -> UNSEEN;
            case CLEAN -> CLEAN;
        };
    }

    private static int worse(int one, int other) {
        return one == FLAGGED || other == FLAGGED ? FLAGGED : Math.max(one, other);
    }

    private static boolean colours() {
        return System.console() != null && System.console().isTerminal();
    }
}

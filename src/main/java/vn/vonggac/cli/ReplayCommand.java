package vn.vonggac.cli;

import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vonggac.visit.OnePath;

/** {@code vonggac replay}: which incidents histories would have raised. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Runs histories of pages past the one path on their own clock and prints the incidents.")
final class ReplayCommand extends OfflineCommand implements Callable<Integer> {

    private static final double SECONDS_A_WEEK = 7 * 24 * 3600;

    @Parameters(paramLabel = "DIR", description = History.FORM)
    private Path folder = Path.of("");

    @Option(names = "--format", paramLabel = "text|json", description = "How to print (default: ${DEFAULT-VALUE}).")
    private EvaluateCommand.Format format = EvaluateCommand.Format.text;

    /** The last line: how much was looked at, and how fast. */
    @Serdeable
    record Summary(int visits, int portals, int incidents, double visitsPerSecond) {}

    @Override
    public Integer call() throws IOException {
        List<History> histories = History.read(folder);
        List<String> unread = new ArrayList<>(
                histories.stream().flatMap(history -> history.problems().stream()).toList());
        int visits = histories.stream().mapToInt(history -> history.visits().size()).sum();
        if (visits == 0) {
            throw new IOException(folder + ": no copies; a history is " + History.FORM);
        }
        try (Offline offline = new Offline(config())) {
            long start = System.nanoTime();
            List<Replay.Raised> raised = run(offline, histories, new Progress(err(), "replay", visits),
                    unread);
            double seconds = (System.nanoTime() - start) / 1e9;
            print(offline, histories, raised,
                    new Summary(visits, histories.size(), raised.size(), visits / seconds));
        }
        unread.forEach(problem -> err().println(problem));
        return unread.isEmpty() ? 0 : 2;
    }

    private static List<Replay.Raised> run(Offline offline, List<History> histories, Progress progress,
            List<String> unread) {
        List<Replay.Raised> raised = new ArrayList<>();
        try (ExecutorService workers = Executors
                .newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<List<Replay.Raised>>> results = histories.stream()
                    .map(history -> workers
                            .submit(() -> new Replay(offline.part(OnePath.class)).run(history, progress)))
                    .toList();
            for (int i = 0; i < results.size(); i++) {
                collect(results.get(i), histories.get(i), raised, unread);
            }
        }
        return raised;
    }

    private static void collect(Future<List<Replay.Raised>> result, History history,
            List<Replay.Raised> raised,
            List<String> unread) {
        try {
            raised.addAll(result.get());
        } catch (ExecutionException e) {
            unread.add(history.portal() + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(Offline offline, List<History> histories, List<Replay.Raised> raised,
            Summary summary) {
        if (format == EvaluateCommand.Format.json) {
            raised.forEach(incident -> out().println(offline.json(incident)));
            out().println(offline.json(summary));
            return;
        }
        raised.forEach(incident -> out().printf("%s  %s/%s  %s  %s  %s%n", incident.at(), incident.portal(),
                incident.page(), incident.verdict(), incident.severity(),
                incident.findings().getFirst().message()));
        out().printf(Locale.ROOT, "%d visits of %d portals, %d incidents, %.1f visits a second%n",
                summary.visits(),
                summary.portals(), summary.incidents(), summary.visitsPerSecond());
        double weeks = weeks(histories);
        if (weeks > 0) {
            out().println(rate(weeks, summary.incidents()));
        }
    }

    private static double weeks(List<History> histories) {
        return histories.stream().filter(history -> history.visits().size() > 1)
                .mapToDouble(history -> history.visits().getLast().at().getEpochSecond()
                        - history.visits().getFirst().at().getEpochSecond())
                .sum() / SECONDS_A_WEEK;
    }

    /** Incidents as a Poisson count over portal-weeks, with the exact upper bound of 95 %. */
    private static String rate(double weeks, int incidents) {
        return String.format(Locale.ROOT, "%.1f portal-weeks: %.3f incidents per 100, at most %.3f (95 %%)",
                weeks,
                100 * incidents / weeks, 100 * PoissonBound.upper(incidents) / weeks);
    }
}

package vn.vonggac.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vonggac evaluate}: how well a labelled corpus is judged by the one path. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Judges a labelled corpus and prints how well: recall, precision, false positives.")
final class EvaluateCommand extends OfflineCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A folder with corpus.tsv (file, label, category, url, baseline).")
    private Path folder = Path.of("");

    @Option(names = "--format", paramLabel = "text|json", description = "How to print (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(names = "--errors", paramLabel = "DIR", description = "Writes a report of each wrongly judged page here.")
    private @Nullable Path errors;

    enum Format {
        text, json
    }

    @Override
    public Integer call() throws IOException {
        LabelledCorpus corpus = LabelledCorpus.read(folder);
        List<String> unread = new ArrayList<>(corpus.problems());
        try (Offline offline = new Offline(config())) {
            long start = System.nanoTime();
            List<Evaluation.Judged> judged = judge(offline, corpus, unread);
            Evaluation evaluation = Evaluation.of(judged, (System.nanoTime() - start) / 1e9);
            if (errors != null) {
                ErrorReports.write(errors, judged);
            }
            out().println(format == Format.json ? offline.json(evaluation) : EvaluationTable.of(evaluation));
        }
        unread.forEach(problem -> err().println(problem));
        return unread.isEmpty() ? 0 : 2;
    }

    private List<Evaluation.Judged> judge(Offline offline, LabelledCorpus corpus, List<String> unread) {
        Progress progress = new Progress(err(), "evaluate", corpus.rows().size());
        List<Evaluation.Judged> judged = new ArrayList<>();
        try (ExecutorService workers = Executors
                .newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Evaluation.Judged>> results = corpus.rows().stream()
                    .map(row -> workers.submit(() -> judge(offline, row, progress))).toList();
            for (int i = 0; i < results.size(); i++) {
                collect(results.get(i), corpus.rows().get(i), unread).ifPresent(judged::add);
            }
        }
        return judged;
    }

    private static Evaluation.Judged judge(Offline offline, LabelledCorpus.Row row, Progress progress)
            throws IOException {
        try {
            return new Evaluation.Judged(row,
                    offline.judgeFile(row.path(), row.url(), row.baseline()).verdict());
        } finally {
            progress.step();
        }
    }

    private static Optional<Evaluation.Judged> collect(Future<Evaluation.Judged> result,
            LabelledCorpus.Row row,
            List<String> unread) {
        try {
            return Optional.of(result.get());
        } catch (ExecutionException e) {
            unread.add(row.path() + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}

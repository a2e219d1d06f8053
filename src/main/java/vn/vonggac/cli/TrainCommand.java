package vn.vonggac.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vonggac.detect.TextTraining;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;

/** {@code vonggac train}: fits the weights of the text model to a labelled corpus and writes them with their figures. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Fits the text model to a labelled corpus and writes its file with the figures it reaches on pages held out.")
final class TrainCommand extends OfflineCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CORPUS", description = "A folder with corpus.tsv (file, label, category, url, baseline).")
    private Path folder = Path.of("");

    @Option(names = "--planted", paramLabel = "CATEGORY", description = "Categories of compromised pages whose whole text was planted (default: ${DEFAULT-VALUE}).", defaultValue = "gambling-doorway")
    private Set<String> planted = new TreeSet<>();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the model is written (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("text-model.yml");

    @Override
    public Integer call() throws IOException {
        LabelledCorpus corpus = LabelledCorpus.read(folder);
        List<String> unread = new ArrayList<>(corpus.problems());
        List<LabelledCorpus.Row> rows = corpus.rows().stream().filter(this::teaches).toList();
        if (rows.stream().noneMatch(this::isPlanted) || rows.stream().allMatch(this::isPlanted)) {
            err().println(folder + ": needs clean pages and compromised ones of a category " + planted);
            return 2;
        }
        TextTraining.Fitted fitted = fit(rows, unread);
        List<String> figures = figures(fitted);
        Files.writeString(file, fitted.model().file(figures));
        figures.forEach(out()::println);
        out().println(file);
        unread.forEach(problem -> err().println(problem));
        return unread.isEmpty() ? 0 : 2;
    }

    private boolean teaches(LabelledCorpus.Row row) {
        return row.label() == LabelledCorpus.Label.CLEAN || isPlanted(row);
    }

    private boolean isPlanted(LabelledCorpus.Row row) {
        return row.label() == LabelledCorpus.Label.COMPROMISED && planted.contains(row.category());
    }

    private TextTraining.Fitted fit(List<LabelledCorpus.Row> rows, List<String> unread) {
        Progress progress = new Progress(err(), "train", rows.size());
        TextTraining training = new TextTraining();
        try (Offline offline = new Offline(config())) {
            PageReader reader = offline.part(PageReader.class);
            for (LabelledCorpus.Row row : rows) {
                try {
                    PageContent content = reader.read(Offline.source(row.path(), row.url()));
                    training.add(row.file(), content, isPlanted(row));
                } catch (IOException e) {
                    unread.add(row.path() + ": " + e);
                }
                progress.step();
            }
        }
        return training.fit();
    }

    private static List<String> figures(TextTraining.Fitted fitted) {
        return List.of(
                "Made by `vonggac train` from %d pages whose text was planted and %d clean ones."
                        .formatted(fitted.planted(), fitted.clean()),
                "Held out, a fifth at a time: %d of %d planted pages score over 499 of 500 clean ones (%.2f)."
                        .formatted(fitted.found(), fitted.planted(), fitted.sure()));
    }
}

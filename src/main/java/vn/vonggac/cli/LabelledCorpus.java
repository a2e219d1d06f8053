package vn.vonggac.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Slug;

/**
 * A folder of labelled pages: {@code corpus.tsv} names file, label, category, address and baseline. What is wrong
 * with a line is a problem with its number; the other lines stand.
 */
record LabelledCorpus(Path folder, List<Row> rows, List<String> problems) {

    private static final List<String> HEADER = List.of("file", "label", "category", "url", "baseline");

    enum Label {
        CLEAN, COMPROMISED;

        String word() {
            return Slug.of(this);
        }
    }

    record Row(String file, Label label, String category, String url, Optional<Path> baseline, Path path) {}

    static LabelledCorpus read(Path folder) throws IOException {
        Path table = folder.resolve("corpus.tsv");
        if (!Files.isReadable(table)) {
            throw new IOException(
                    table + ": no such file; a corpus is a folder with a corpus.tsv of " + HEADER);
        }
        List<String> lines = Files.readAllLines(table);
        if (lines.isEmpty() || !List.of(lines.getFirst().split("\t", -1)).equals(HEADER)) {
            throw new IOException(table + ":1: the header must be " + String.join("<tab>", HEADER));
        }
        LabelledCorpus corpus = new LabelledCorpus(folder, new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i < lines.size(); i++) {
            corpus.take(i + 1, lines.get(i).split("\t", -1));
        }
        return corpus;
    }

    private void take(int line, String[] cells) {
        if (cells.length == 1 && cells[0].isBlank()) {
            return;
        }
        if (cells.length < 3) {
            problem(line, "needs file, label and category");
            return;
        }
        Optional<Label> label = label(cells[1]);
        Path path = folder.resolve(cells[0]).normalize();
        if (label.isEmpty()) {
            problem(line, "label '" + cells[1] + "' is neither clean nor compromised");
        } else if (!path.startsWith(folder.normalize()) || !Files.isReadable(path)) {
            problem(line, cells[0] + " is missing or unreadable");
        } else {
            rows.add(new Row(cells[0], label.get(), cells[2], cell(cells, 3), baseline(line, cell(cells, 4)),
                    path));
        }
    }

    private Optional<Path> baseline(int line, String cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Path path = folder.resolve(cell).normalize();
        if (!path.startsWith(folder.normalize()) || !Files.isReadable(path)) {
            problem(line, "baseline " + cell + " is missing or unreadable; judged without it");
            return Optional.empty();
        }
        return Optional.of(path);
    }

    private void problem(int line, String reason) {
        problems.add(folder.resolve("corpus.tsv") + ":" + line + ": " + reason);
    }

    private static Optional<Label> label(String word) {
        for (Label label : Label.values()) {
            if (label.word().equals(word)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? cells[index].strip() : "";
    }
}

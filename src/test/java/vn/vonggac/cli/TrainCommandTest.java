package vn.vonggac.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code vonggac train} on a small corpus of our own. */
class TrainCommandTest {

    private static final List<String> SELLS = List.of("nhà cái", "tài xỉu", "nổ hũ", "đổi thưởng", "cược thủ",
            "khuyến mãi", "nạp rút", "thắng lớn");
    private static final List<String> INFORMS = List.of("thông báo", "hồ sơ", "cấp phép", "hội đồng",
            "nghị quyết",
            "tuyển sinh", "giao thông", "nông thôn");

    @TempDir
    private Path folder;

    @Test
    void theModelIsWrittenWithWhatItIsWorthOnPagesHeldOut() throws IOException {
        corpus("gambling-doorway");

        assertThat(train("one.yml")).contains("20 pages whose text was planted and 20 clean ones",
                "20 of 20 planted pages");
        assertThat(Files.readString(folder.resolve("one.yml"))).startsWith("# Made by `vonggac train`")
                .contains("# Held out, a fifth at a time: 20 of 20", "\nsure: ", "\nweights: |\n");
    }

    @Test
    void theSamePagesGiveTheSameModel() throws IOException {
        corpus("gambling-doorway");

        train("one.yml");
        train("two.yml");

        assertThat(folder.resolve("two.yml")).hasSameTextualContentAs(folder.resolve("one.yml"));
    }

    @Test
    void aCorpusWithoutPlantedTextIsSaidToTeachNothing() throws IOException {
        corpus("defaced-text");

        assertThat(train("one.yml")).contains("needs clean pages and compromised ones", "gambling-doorway");
        assertThat(folder.resolve("one.yml")).doesNotExist();
    }

    private void corpus(String planted) throws IOException {
        StringBuilder table = new StringBuilder("file\tlabel\tcategory\turl\tbaseline\n");
        for (int page = 0; page < 20; page++) {
            page(table, "sells" + page, "compromised\t" + planted, SELLS, page);
            page(table, "informs" + page, "clean\tofficial", INFORMS, page);
        }
        Files.writeString(folder.resolve("corpus.tsv"), table);
    }

    private void page(StringBuilder table, String name, String labels, List<String> words, int page)
            throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(words.get((i * 3 + page + i / 8) % words.size())).append(i % 9 == 8 ? ". " : " ");
        }
        Files.writeString(folder.resolve(name + ".txt"), text);
        table.append(name).append(".txt\t").append(labels).append("\t\t\n");
    }

    private String train(String file) {
        StringWriter said = new StringWriter();
        VongGac.commands().setOut(new PrintWriter(said)).setErr(new PrintWriter(said))
                .execute("train", folder.toString(), "--out", folder.resolve(file).toString());
        return said.toString();
    }
}

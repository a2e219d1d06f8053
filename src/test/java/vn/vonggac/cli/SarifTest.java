package vn.vonggac.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code check --format sarif} prints, against the schema that the standard comes with. */
class SarifTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasFoundIsASarifLog() throws IOException {
        Path spam = Files.writeString(folder.resolve("trang lạ.html"), """
                <title>Tin</title><p>Nhà cái uy tín, đăng ký nhận thưởng, nổ hũ, tài xỉu đổi thưởng</p>
                <a href='https://choi88.example.vip/'>tài xỉu online</a>""");

        String log = check(spam.toString());

        assertThat(log).contains("gambling-words");
        assertThat(schema().validate(log, InputFormat.JSON)).isEmpty();
    }

    @Test
    void soIsACleanPageAndOneThatCannotBeRead() throws IOException {
        Path clean = Files.writeString(folder.resolve("sach.html"), "<title>Tin</title><p>Thông báo</p>");

        assertThat(schema().validate(check(clean.toString()), InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(check(folder.resolve("không có.html").toString()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNone() throws IOException {
        assertThat(schema().validate("{\"version\":\"2.1.0\",\"runs\":[{}]}", InputFormat.JSON)).isNotEmpty();
    }

    private static String check(String target) {
        StringWriter out = new StringWriter();
        VongGac.commands().setOut(new PrintWriter(out)).execute("check", target, "--format", "sarif");
        return out.toString();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
        }
    }
}

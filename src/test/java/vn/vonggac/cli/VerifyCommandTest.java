package vn.vonggac.cli;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import vn.vonggac.audit.Audit;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    private int verify() {
        return verify("verify", "--data", data.toString());
    }

    private int verify(String... arguments) {
        CommandLine commands = VongGac.commands().setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }

    @Test
    void aFolderWithoutCopiesIsWhole() {
        assertThat(verify()).isZero();
        assertThat(out.toString().strip()).isEqualTo("0 copies, 0 damaged");
    }

    @Test
    void aDamagedCopyIsNamedAndTheExitCodeSaysSo() throws IOException {
        String hash = "ab".repeat(32);
        Path folder = Files.createDirectories(data.resolve("copies/ab/ab"));
        Files.writeString(folder.resolve(hash), "rubbish");
        Files.writeString(folder.resolve("readme"), "no copy");

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString().strip()).isEqualTo("1 copies, 1 damaged");
        assertThat(err.toString().strip()).isEqualTo(hash + ": not a copy");
    }

    @Test
    void theFoldersAreThoseOfTheSettingsUnlessToldOtherwise() throws IOException {
        Path folder = Files.createDirectories(data.resolve("elsewhere/ab/ab"));
        Files.writeString(folder.resolve("ab".repeat(32)), "rubbish");
        Path file = Files.writeString(data.resolve("own.yml"), "vonggac:\n  data: " + data
                + "\n  page: {copies: {folder: " + data.resolve("elsewhere") + "}}\n");

        assertThat(verify("verify", "--config", file.toString())).isEqualTo(1);
        assertThat(out.toString().strip()).isEqualTo("1 copies, 1 damaged");
    }

    @Test
    void theRowsAreLookedAtWhereThereIsADatabase() {
        TestInstallation installation = TestInstallation
                .with(Map.of("vonggac.data", data.toString(), "vonggac.database.url", ""));
        installation.close();

        assertThat(verify()).isZero();
        assertThat(out.toString().strip()).isEqualTo("0 copies, 0 damaged, 0 missing\n0 audit lines, whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET who = 'binh' WHERE id = 2",
            "DELETE FROM audit_entry WHERE id = 1"})
    void whereTheTrailWasEditedOrALineRemovedIsNamed(String deed) throws SQLException {
        TestInstallation installation = TestInstallation
                .with(Map.of("vonggac.data", data.toString(), "vonggac.database.url", ""));
        Audit audit = installation.bean(Audit.class);
        audit.record("an", "portal.act.portal-add", "portal:1", "https://a.gov.vn/");
        audit.record("an", "portal.act.portal-remove", "portal:1", "https://a.gov.vn/");
        DataSource source = DelegatingDataSource.unwrapDataSource(installation.bean(DataSource.class));
        try (Connection connection = source.getConnection(); Statement sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(deed)).isEqualTo(1);
        }
        installation.close();

        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains(" audit lines, changed");
        assertThat(err.toString()).contains("audit line 2 (", "): edited, or a line before it removed");
    }

    @Test
    void aServiceThatHoldsTheFolderIsSaid() throws IOException {
        Files.createFile(data.resolve("vonggac.mv.db"));
        try (DataFolder held = DataFolder.hold(data)) {
            assertThat(verify()).isZero();
        }
        assertThat(err.toString()).contains("were not looked at", data.toString());
    }
}

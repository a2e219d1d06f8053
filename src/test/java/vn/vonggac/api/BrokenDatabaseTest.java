package vn.vonggac.api;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;

import static vn.vonggac.api.Program.assertProblem;

class BrokenDatabaseTest {

    @Test
    void aFaultOfOursSaysNothingOfOurInside() throws SQLException {
        TestInstallation installation = TestInstallation.with(Map.of());
        Program program = Program.administrator(installation);
        DataSource source = DelegatingDataSource.unwrapDataSource(installation.bean(DataSource.class));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE watch_window");
        }
        assertProblem(program.get("/watch-windows"), 500, "internal-server-error");
        installation.close();
    }
}

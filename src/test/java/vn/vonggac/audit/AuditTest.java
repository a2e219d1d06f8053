package vn.vonggac.audit;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@EachDatabase
class AuditTest {

    private final TestInstallation installation;
    private final Audit audit;

    AuditTest(TestInstallation installation) {
        this.installation = installation;
        audit = installation.bean(Audit.class);
    }

    @Test
    void theNewestLineIsFirst() {
        audit.record("an", "portal.add", "portal:1", "https://a.gov.vn/");
        installation.time().pass(Duration.ofMillis(1500));
        audit.record("binh", "portal.pause", "portal:1", "nâng cấp");

        assertThat(audit.find(AuditFilter.EVERYTHING, 10, 0)).extracting(AuditEntry::id, AuditEntry::at,
                AuditEntry::who, AuditEntry::action, AuditEntry::object, AuditEntry::detail)
                .containsExactly(
                        tuple(2L, Instant.parse("2026-01-05T01:00:01.500Z"), "binh", "portal.pause",
                                "portal:1", "nâng cấp"),
                        tuple(1L, Instant.parse("2026-01-05T01:00:00Z"), "an", "portal.add", "portal:1",
                                "https://a.gov.vn/"));
    }

    @Test
    void linesAreFoundByPersonActionAndObject() {
        audit.record("an", "portal.add", "portal:1", "");
        audit.record("an", "portal.add", "portal:2", "");
        audit.record("binh", "portal.add", "portal:2", "");

        assertThat(audit.find(new AuditFilter("an", "", ""), 10, 0)).hasSize(2);
        assertThat(audit.find(new AuditFilter("an", "portal.add", "portal:2"), 10, 0)).hasSize(1);
        assertThat(audit.count(new AuditFilter("", "", "portal:2"))).isEqualTo(2);
        assertThat(audit.find(AuditFilter.EVERYTHING, 2, 2)).extracting(AuditEntry::id).containsExactly(1L);
        audit.record("an", "note", "portal:1", "");
        assertThat(audit.actions()).containsExactly("note", "portal.add");
    }

    @Test
    void aDetailTooLongIsCut() {
        audit.record("an", "note", "portal:1", "á".repeat(5000));
        assertThat(audit.find(AuditFilter.EVERYTHING, 1, 0).getFirst().detail()).hasSize(4000);
    }

    @Test
    void anUntouchedTrailIsWhole() {
        assertThat(audit.verify()).isEqualTo(new TrailState(0, List.of(), false));
        lines(1500);
        assertThat(audit.verify()).isEqualTo(new TrailState(1500, List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_entry SET detail = 'x' WHERE id = 3",
            "UPDATE audit_entry SET who = 'binh' WHERE id = 3",
            "UPDATE audit_entry SET at = at + INTERVAL '1' SECOND WHERE id = 3",
            "UPDATE audit_entry SET source = '203.0.113.7' WHERE id = 3",
            "UPDATE audit_entry SET seal = '' WHERE id = 3", "DELETE FROM audit_entry WHERE id = 2"})
    void anEditedAndARemovedLineAreFound(String deed) {
        lines(5);
        sql(deed);
        TrailState state = audit.verify();
        assertThat(state.whole()).isFalse();
        assertThat(state.broken()).extracting(AuditEntry::id).contains(3L);
        assertThat(state.endMissing()).isFalse();
    }

    @Test
    void aMissingEndIsFound() {
        lines(5);
        sql("DELETE FROM audit_entry WHERE id >= 4");
        assertThat(audit.verify()).isEqualTo(new TrailState(3, List.of(), true));
    }

    @Test
    void twoLinesThatChangedPlacesAreFound() {
        lines(5);
        sql("UPDATE audit_entry SET id = 99 WHERE id = 2");
        assertThat(audit.verify().whole()).isFalse();
    }

    @Test
    void whatWasNotDoneIsNotOnTheTrail() {
        TransactionOperations<?> transactions = installation.bean(TransactionOperations.class);
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
            audit.record("an", "portal.add", "portal:1", "");
            throw new IllegalStateException("undone");
        })).hasMessage("undone");
        transactions.executeWrite(status -> {
            audit.record("an", "portal.add", "portal:2", "");
            audit.record("an", "portal.add", "portal:3", "");
            return "";
        });
        assertThat(audit.find(AuditFilter.EVERYTHING, 10, 0)).extracting(AuditEntry::object)
                .containsExactly("portal:3", "portal:2");
        assertThat(audit.verify().whole()).isTrue();
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                threads.execute(() -> audit.record("an", "note", "portal:1", ""));
            }
        }
        assertThat(audit.verify()).isEqualTo(new TrailState(40, List.of(), false));
    }

    private void lines(int many) {
        for (int i = 0; i < many; i++) {
            audit.record("an", "portal.add", "portal:" + i, "á");
        }
    }

    private void sql(String statement) {
        try (Connection connection = DelegatingDataSource
                .unwrapDataSource(installation.bean(DataSource.class)).getConnection();
                Statement sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

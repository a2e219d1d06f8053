package vn.vonggac.audit;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(audit.find(AuditFilter.EVERYTHING, 10, 0)).containsExactly(
                new AuditEntry(2, Instant.parse("2026-01-05T01:00:01.500Z"), "binh", "portal.pause",
                        "portal:1", "nâng cấp"),
                new AuditEntry(1, Instant.parse("2026-01-05T01:00:00Z"), "an", "portal.add", "portal:1",
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
        assertThat(audit.record("an", "note", "portal:1", "á".repeat(5000)).detail()).hasSize(4000);
    }
}

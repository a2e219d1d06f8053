package vn.vonggac.notify;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;

/** What was taken in and what was not, over an end of the service. */
class OutboxRestartTest {

    @TempDir
    private Path data;

    @Test
    void whatWaitedBeforeTheEndIsSentOnceAfterIt() {
        Map<String, Object> settings = Map.of("vonggac.data", data.toString(), "vonggac.database.url",
                "jdbc:h2:file:" + data.resolve("db"));
        TestInstallation before = TestInstallation.with(settings);
        Watched watched = new Watched(before);
        watched.start();
        watched.channel(watched.webhook("soc"));
        watched.incident(1);
        before.bean(Outbox.class).takeIn();
        watched.incident(2);
        assertThat(watched.heard()).isEmpty();
        before.close();

        TestInstallation after = TestInstallation.with(settings);
        after.bean(Outbox.class).takeIn();
        after.bean(Outbox.class).serveAll();
        after.bean(Outbox.class).takeIn();
        after.bean(Outbox.class).serveAll();
        assertThat(watched.heard()).hasSize(2)
                .allSatisfy(request -> assertThat(request.getBodyAsString()).contains("raised"));
        after.close();
        watched.close();
    }
}

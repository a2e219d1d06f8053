package vn.vonggac.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.signature.Signatures;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class SignatureHuntsTest {

    private static final Instant EARLY = Instant.parse("2025-08-01T00:00:00Z");
    private static final String SIGNATURE = """
              - id: %s
                weight: 0.5
                query: '%s'
                hits: ["nhà cái kubet số một", "tải kubet về máy", "đăng ký kubet nhận quà"]
                misses: ["công an cảnh báo", "họp tổ dân phố", "lịch tiếp công dân"]
            """;

    @TempDir
    private Path folder;

    private final TestInstallation installation;
    private final Corpus corpus;

    SignatureHuntsTest(TestInstallation installation) {
        this.installation = installation;
        corpus = installation.bean(Corpus.class);
    }

    /** Those that come with the product are hunted by the service itself, and it rests. */
    @BeforeEach
    void theServiceRests() {
        corpus.beginAgain();
        installation.bean(SignatureHunts.class).run();
    }

    @Test
    void aNewSignatureIsFoundInWhatWasReadBeforeIt() throws IOException {
        read(1, "/tin/1", EARLY, true);
        read(1, "/tin/2", EARLY.plus(Duration.ofDays(3)), false);
        read(2, "/", EARLY.plus(Duration.ofDays(5)), true);

        SignatureHunts hunts = inForce(SIGNATURE.formatted("kubet", "kubet"));
        hunts.run();

        assertThat(hunts.byName().get("kubet")).satisfies(hunt -> {
            assertThat(hunt.portals()).isEqualTo(2);
            assertThat(hunt.pages()).isEqualTo(3);
            assertThat(hunt.stillThere()).isEqualTo(2);
            assertThat(hunt.firstSeen()).isEqualTo(EARLY);
            assertThat(hunt.complaint()).isEmpty();
        });
    }

    @Test
    void onlyWhatChangedIsHuntedAgainAndWhatIsGoneIsForgotten() throws IOException {
        read(1, "/tin/1", EARLY, true);
        inForce(SIGNATURE.formatted("stays", "kubet") + SIGNATURE.formatted("changes", "kubet")
                + SIGNATURE.formatted("goes", "kubet")).run();
        Instant before = installation.time().instant();
        installation.time().pass(Duration.ofHours(1));
        read(2, "/", EARLY, true);

        SignatureHunts hunts = inForce(
                SIGNATURE.formatted("stays", "kubet") + SIGNATURE.formatted("changes", "\"nhà cái kubet\""));
        hunts.run();

        assertThat(hunts.byName()).containsOnlyKeys("stays", "changes");
        assertThat(hunts.byName().get("stays")).returns(1, SignatureHunt::pages);
        assertThat(hunts.byName().get("stays").huntedAt()).isEqualTo(before);
        assertThat(hunts.byName().get("changes")).returns(2, SignatureHunt::pages);
    }

    private SignatureHunts inForce(String signatures) throws IOException {
        Files.writeString(folder.resolve("own.yml"), "topic: gambling\nsignatures:\n" + signatures);
        Signatures own = Signatures.of(folder);
        return new SignatureHunts(installation.bean(SignatureHuntRows.class), () -> own, corpus,
                installation.time());
    }

    private void read(long portal, String path, Instant at, boolean stillThere) {
        String url = "https://p" + portal + ".example" + path;
        byte[] html = "<title>Xã</title><p>Chơi nhà cái kubet".getBytes(StandardCharsets.UTF_8);
        corpus.add(new Version(portal, portal, url, "1", new TreeSet<>(Set.of("citizen")), 1, at, at,
                stillThere, "clean",
                new PageReader().read(new PageSource(url, html, Optional.of("text/html"), false)),
                List.of()));
    }
}

package vn.vonggac.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class CopiesTest {

    private static final String URL = "https://a.gov.vn/tin";

    private final TestInstallation installation;
    private final Copies copies;
    private final Retention retention;
    private final Path folder;

    CopiesTest(TestInstallation installation) {
        this.installation = installation;
        copies = installation.bean(Copies.class);
        retention = installation.bean(Retention.class);
        folder = installation.bean(CopyConfig.class).folder();
    }

    @BeforeEach
    void aPortalAndNoCopies() throws IOException {
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("A", "Cơ quan A", "", "", "", "", "", "", "", "", ""), "an");
        installation.bean(Portals.class).add(Scope.EVERYTHING,
                new PortalDraft("Cổng A", "a.gov.vn", "A", "", "", "", "", "", "", "", "", "", "", ""), "an");
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private PageCopy visit(String words, boolean flagged) {
        byte[] body = ("<html><body><p>" + words + "</p>" + "<li>một dòng của trang</li>".repeat(50))
                .getBytes(StandardCharsets.UTF_8);
        return copies
                .keep(copies.lay(new Brought(1, URL, "citizen", now(), body, "text/html", 200, List.of(URL),
                        Hashes.of(words.replaceAll("\\d", "")), flagged, flagged ? "suspicious" : "clean",
                        List.of())));
    }

    private Instant now() {
        return installation.time().instant();
    }

    private void pass(Duration time) {
        installation.time().pass(time);
    }

    private String text(String hash) {
        return copies.read(hash) instanceof CopyRead.Whole(byte[] body)
                ? new String(body, StandardCharsets.UTF_8)
                : "none";
    }

    private PageCopy said(String url, String view, String words, boolean flagged) {
        return copies.keep(copies.lay(new Brought(1, url, view, now(), words.getBytes(StandardCharsets.UTF_8),
                "text/html", 200, List.of(url), Hashes.of(words), flagged, flagged ? "suspicious" : "clean",
                List.of())));
    }

    @Test
    void newsIsWhatNoViewHadSeenOfThePage() {
        said(URL, "citizen", "một", false);
        said(URL, "phone", "một, nhỏ", false);
        pass(Duration.ofHours(1));
        said(URL, "from-search", "một", false);
        said(URL, "search-engine", "một, cho máy", false);
        pass(Duration.ofHours(1));
        PageCopy two = said(URL, "citizen", "hai", false);
        said(URL, "phone", "hai", false);
        pass(Duration.ofHours(1));
        PageCopy planted = said(URL, "rendered", "tài xỉu", true);
        said(URL, "citizen", "một", false);

        assertThat(copies.news(1, Optional.empty(), 10)).extracting(PageCopy::id)
                .containsExactly(planted.id(), two.id());
        assertThat(copies.news(1, Optional.empty(), 1)).extracting(PageCopy::id)
                .containsExactly(planted.id());
    }

    @Test
    void theFirstLookAtAPageIsNewsWhereThePortalWasKnown() {
        said(URL, "citizen", "một", false);
        Instant known = now();
        pass(Duration.ofHours(1));
        PageCopy first = said(URL + "/moi", "citizen", "mới", false);
        said(URL + "/moi", "phone", "mới, nhỏ", false);

        assertThat(copies.news(1, Optional.of(known), 10)).extracting(PageCopy::id)
                .containsExactly(first.id());
        assertThat(copies.news(1, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void visitsThatSayTheSameAreOneRunWithItsFirstAndLastCopy() throws IOException {
        PageCopy first = visit("lượt 1", false);
        pass(Duration.ofHours(1));
        visit("lượt 2", false);
        pass(Duration.ofHours(6));
        visit("lượt 3", false);

        List<PageCopy> runs = copies.of(1, URL, 10, 0);
        assertThat(runs).hasSize(1);
        assertThat(runs.getFirst().visits()).isEqualTo(3);
        assertThat(runs.getFirst().firstSeen()).isEqualTo(first.firstSeen());
        assertThat(runs.getFirst().lastSeen()).isEqualTo(now());
        assertThat(text(runs.getFirst().firstHash())).contains("lượt 1");
        assertThat(text(runs.getFirst().lastHash())).contains("lượt 3");
        assertThat(files()).hasSize(2);
    }

    @Test
    void copiesBetweenTheFirstAndTheLastOfARunGo() throws IOException {
        for (int visit = 1; visit <= 4; visit++) {
            visit("lượt " + visit, false);
            pass(Duration.ofHours(7));
        }
        pass(Duration.ofHours(25));
        retention.sweep();

        PageCopy run = copies.of(1, URL, 10, 0).getFirst();
        assertThat(text(run.firstHash())).contains("lượt 1");
        assertThat(text(run.lastHash())).contains("lượt 4");
        assertThat(files()).hasSize(2);
    }

    @Test
    void somethingNewBeginsARunAndIsPackedAgainstTheFirstCopy() {
        PageCopy first = visit("tin cũ", false);
        PageCopy second = visit("tin mới", false);

        assertThat(copies.of(1, URL, 10, 0)).extracting(PageCopy::id).containsExactly(second.id(),
                first.id());
        assertThat(second.anchor()).isEqualTo(first.firstHash());
        assertThat(text(second.firstHash())).contains("tin mới");
        assertThat(copies.find(second.id())).contains(second);
        assertThat(second.hops()).containsExactly(URL);
    }

    @Test
    void aFindingIsKeptAtOnceThoughThePageSaysTheSame() {
        visit("lượt 1", false);
        PageCopy flagged = visit("lượt 2", true);

        assertThat(flagged.flagged()).isTrue();
        assertThat(text(flagged.lastHash())).contains("lượt 2");
    }

    @Test
    void theLastGoodCopyIsTheOneBeforeTheFinding() {
        PageCopy good = visit("tốt", false);
        visit("xấu", true);

        assertThat(copies.lastGood(1, URL, "citizen").map(PageCopy::id)).contains(good.id());
    }

    @Test
    void retentionLeavesEvidenceTheLastGoodCopyAndWhatTheyLeanOn() throws IOException {
        PageCopy first = visit("một", false);
        PageCopy good = visit("hai", false);
        PageCopy evidence = visit("ba", true);
        PageCopy flagged = visit("bốn", true);
        copies.hold(evidence, "incident:7");
        pass(Duration.ofDays(401));

        Retention.Swept swept = retention.sweep();

        assertThat(swept.old()).isEqualTo(2);
        assertThat(copies.of(1, URL, 10, 0)).extracting(PageCopy::id).containsExactly(evidence.id(),
                good.id());
        assertThat(text(good.firstHash())).contains("hai");
        assertThat(text(evidence.firstHash())).contains("ba");
        assertThat(copies.read(flagged.firstHash())).isInstanceOf(CopyRead.Missing.class);
        assertThat(text(first.firstHash())).as("others lean on it").contains("một");
        assertThat(swept.bytesLeft())
                .isEqualTo(files().stream().mapToLong(file -> file.toFile().length()).sum());
    }

    private Retention.Swept sweepKeeping(int most, long disk) {
        CopyConfig config = new CopyConfig(folder, Duration.ofDays(400), most, disk, Duration.ofHours(6));
        return new Retention(installation.bean(CopyRows.class), installation.bean(CopyChanges.class),
                config, installation.time())
                .sweep();
    }

    @Test
    void onlySoManyRunsOfAPageAreKept() {
        PageCopy good = visit("tốt", false);
        for (String words : List.of("a", "b", "c", "d")) {
            visit(words, true);
        }

        assertThat(sweepKeeping(2, Long.MAX_VALUE).many()).isEqualTo(2);
        assertThat(copies.of(1, URL, 10, 0)).hasSize(3).extracting(PageCopy::id).contains(good.id());
        assertThat(sweepKeeping(2, Long.MAX_VALUE).many()).isZero();
    }

    @Test
    void theEldestGoWhenAllTakeTooMuchRoom() {
        for (int i = 0; i < 10; i++) {
            visit("tin " + "abcdefghij".charAt(i), false);
            pass(Duration.ofDays(1));
        }
        pass(Duration.ofDays(2));
        long all = sweepKeeping(1_000, Long.MAX_VALUE).bytesLeft();
        Retention.Swept swept = sweepKeeping(1_000, all / 2);

        assertThat(swept.large()).isBetween(4, 7);
        assertThat(swept.bytesLeft()).isLessThanOrEqualTo(all / 2 + all / 5);
        assertThat(copies.of(1, URL, 20, 0)).hasSize(10 - swept.large());
        assertThat(text(copies.of(1, URL, 1, 0).getFirst().firstHash())).contains("tin j");
    }

    @Test
    void aRowWhoseCopyIsGoneIsFound() throws IOException {
        PageCopy run = visit("mất", false);
        visit("còn", false);
        List<String> missing = new ArrayList<>();
        assertThat(copies.verifyRows(missing::add)).isZero();
        Files.delete(
                files().stream().filter(path -> path.endsWith(run.firstHash())).findFirst().orElseThrow());

        assertThat(copies.verifyRows(missing::add)).isPositive();
        assertThat(missing).contains(run.firstHash());
    }

    @Test
    void aFileThatNoRowNamesGoesWhenItIsADayOld() throws IOException {
        CopyStore store = new FolderStore(folder, installation.time());
        store.keep("x".getBytes(StandardCharsets.UTF_8), "");
        Path unfinished = folder.resolve("ab/cd/" + "ab".repeat(32) + "-1.new");
        Files.createDirectories(unfinished.getParent());
        Files.writeString(unfinished, "half");
        Files.setLastModifiedTime(unfinished, FileTime.from(now()));

        retention.sweep();
        assertThat(files()).hasSize(2);
        pass(Duration.ofHours(25));
        retention.sweep();
        assertThat(files()).isEmpty();
    }

    @Test
    void damageIsFoundOnReadingAndByVerifying() throws IOException {
        PageCopy whole = visit("nguyên vẹn", false);
        PageCopy broken = visit("hỏng", false);
        Path file = files().stream().filter(path -> path.endsWith(broken.firstHash())).findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 6] ^= 0x40;
        Files.write(file, bytes);

        List<CopyRead.Damaged> damaged = new ArrayList<>();
        assertThat(Copies.verify(folder, damaged::add)).isEqualTo(new Copies.Verified(2, 1));
        assertThat(damaged).extracting(CopyRead.Damaged::hash).containsExactly(broken.firstHash());
        assertThat(copies.read(broken.firstHash())).isInstanceOf(CopyRead.Damaged.class);
        assertThat(copies.read(whole.firstHash())).isInstanceOf(CopyRead.Whole.class);
    }

    @Test
    void aSweepBesideAWriterLosesNothingThatWasAcknowledged() throws InterruptedException {
        visit("đầu", false);
        pass(Duration.ofDays(2));
        Thread sweeper = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 40; i++) {
                retention.sweep();
            }
        });
        List<PageCopy> kept = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            kept.add(visit("tin " + "abcdefgh".charAt(i % 8) + "z".repeat(i / 8), false));
        }
        sweeper.join();

        assertThat(kept).allSatisfy(copy -> assertThat(text(copy.firstHash())).contains("tin"));
    }
}

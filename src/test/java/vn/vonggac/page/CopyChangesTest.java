package vn.vonggac.page;

import io.micronaut.transaction.TransactionOperations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
class CopyChangesTest {

    private static final String URL = "https://xa.example.gov.vn/tin";

    private final TestInstallation installation;
    private final Copies copies;
    private final CopyChanges changes;

    CopyChangesTest(TestInstallation installation) {
        this.installation = installation;
        copies = installation.bean(Copies.class);
        changes = installation.bean(CopyChanges.class);
    }

    @BeforeEach
    void portal() {
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("A", "Cơ quan A", "", "", "", "", "", "", "", "", ""), "an");
        installation.bean(Portals.class).add(Scope.EVERYTHING,
                new PortalDraft("Cổng A", "a.gov.vn", "A", "", "", "", "", "", "", "", "", "", "", ""), "an");
    }

    @Test
    void whatAPageSaysAndWhatItSaidBeforeAreLookedAtAgain() {
        visit(URL, "một", "citizen");
        visit(URL, "hai", "citizen");

        CopyChanges.Stretch all = changes.after(0, 100);
        assertThat(all.upTo()).isEqualTo(2);
        assertThat(all.sayings()).extracting(Saying::canonical).containsExactly(hash("một"), hash("hai"));
        assertThat(changes.after(1, 100).sayings()).as("the second one ends the first").hasSize(2);
        assertThat(changes.after(2, 100)).isEqualTo(new CopyChanges.Stretch(Set.of(), 2));
    }

    @Test
    void whatIsSaidUnderSeveralViewsAndAgainIsOneSaying() {
        PageCopy first = visit(URL, "một", "citizen");
        visit(URL, "một", "phone");
        pass(Duration.ofHours(1));
        visit(URL, "hai", "citizen");
        pass(Duration.ofHours(1));
        PageCopy last = visit(URL, "một", "citizen");

        Said said = changes.said(Saying.of(first)).orElseThrow();
        assertThat(said.first().id()).isEqualTo(first.id());
        assertThat(said.views()).containsExactly("citizen", "phone");
        assertThat(said.from()).isEqualTo(first.firstSeen());
        assertThat(said.to()).isEqualTo(last.lastSeen());
        assertThat(said.stillThere()).isTrue();
        assertThat(changes.said(new Saying(1, URL, first.urlHash(), hash("hai"))).orElseThrow()
                .stillThere()).isFalse();
    }

    @Test
    void aRunThatGoesOnIsToldAFewTimesADay() {
        visit(URL, "một", "citizen");
        long told = changes.last();
        for (int i = 0; i < 24; i++) {
            pass(Duration.ofHours(1));
            visit(URL, "một", "citizen");
        }
        assertThat(changes.last()).isEqualTo(told + 4);
        assertThat(changes.count(0)).isEqualTo(1);
    }

    @Test
    void whatIsLetGoIsToldUntilTheIndexHasFollowed() {
        PageCopy old = visit(URL, "một", "citizen");
        visit(URL, "hai", "citizen");
        long before = changes.last();
        pass(Duration.ofDays(401));
        installation.bean(Retention.class).sweep();

        CopyChanges.Stretch gone = changes.after(before, 100);
        assertThat(gone.sayings()).extracting(Saying::canonical).containsExactly(hash("một"));
        assertThat(changes.said(Saying.of(old))).isEmpty();
        assertThat(changes.reach()).contains(old.lastSeen());
        changes.followed(gone.upTo());
        assertThat(changes.after(before, 100).sayings()).isEmpty();
    }

    @Test
    void aFollowerBesideManyWritersMissesNothing() throws Exception {
        int writers = 4;
        int each = 25;
        Set<Saying> followed = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> writing = new ArrayList<>();
            IntStream.range(0, writers).forEach(writer -> writing.add(threads.submit(() -> {
                for (int i = 0; i < each; i++) {
                    visit(URL + writer + "/" + i, "tin", "citizen");
                }
            })));
            long upTo = 0;
            while (writing.stream().anyMatch(one -> !one.isDone())) {
                upTo = follow(followed, upTo);
            }
            follow(followed, upTo);
            for (Future<?> one : writing) {
                one.get();
            }
        }
        assertThat(followed).hasSize(writers * each);
    }

    private long follow(Set<Saying> followed, long from) {
        CopyChanges.Stretch next = changes.after(from, 7);
        followed.addAll(next.sayings());
        return next.upTo() > from ? follow(followed, next.upTo()) : next.upTo();
    }

    @SuppressWarnings("unchecked")
    private PageCopy visit(String url, String words, String view) {
        PageCopy laid = copies.lay(new Brought(1, url, view, installation.time().instant(),
                words.getBytes(StandardCharsets.UTF_8), "text/html", 200, List.of(url), hash(words), false,
                "clean", List.of()));
        TransactionOperations<Connection> transactions = installation.bean(TransactionOperations.class);
        return transactions.executeWrite(status -> {
            PageCopy kept = copies.keep(laid);
            changes.number(List.of(kept));
            return kept;
        });
    }

    private static long hash(String words) {
        return Hashes.of(words);
    }

    private void pass(Duration time) {
        installation.time().pass(time);
    }
}

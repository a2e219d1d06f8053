package vn.vonggac.corpus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EachDatabase
class SavedHuntsTest {

    private static final String QUERY = "\"nhà cái uy tín\"";

    private final TestInstallation installation;
    private final SavedHunts hunts;
    private final Corpus corpus;

    SavedHuntsTest(TestInstallation installation) {
        this.installation = installation;
        hunts = installation.bean(SavedHunts.class);
        corpus = installation.bean(Corpus.class);
    }

    @BeforeEach
    void twoPortals() {
        corpus.beginAgain();
        for (String code : new String[]{"A", "B"}) {
            installation.bean(Agencies.class).add(Scope.EVERYTHING,
                    new AgencyDraft(code, "Sở " + code, "", "", "", "", "", "", "", "", ""), "test");
            installation.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Cổng " + code,
                    "https://" + code + ".example/", code, "", "", "", "", "", "", "", "", "", "5m", ""),
                    "test");
        }
    }

    @Test
    void whatComesAnewIsFoundOnceAndWhatWasThereBeforeIsNot() {
        read(1, "/cu");
        pass(Duration.ofHours(1));
        hunts.save("an", QUERY);
        pass(Duration.ofMinutes(5));
        read(1, "/moi");
        pass(Duration.ofMinutes(5));
        hunts.run();
        pass(Duration.ofMinutes(5));
        hunts.run();

        assertThat(hunts.hits("an", Scope.EVERYTHING)).singleElement()
                .satisfies(hit -> assertThat(hit.url()).endsWith("/moi"))
                .satisfies(hit -> assertThat(hit.quote()).contains("nhà cái uy tín"));
        assertThat(hunts.hits("binh", Scope.EVERYTHING)).as("everybody their own").isEmpty();
    }

    @Test
    void whatCameIntoTheIndexLateIsFound() {
        hunts.save("an", QUERY);
        Instant early = installation.time().instant().plus(Duration.ofMinutes(1));
        pass(Duration.ofHours(2));
        hunts.run();
        read(1, "/tre", early);
        pass(Duration.ofMinutes(2));
        hunts.run();

        assertThat(hunts.hits("an", Scope.EVERYTHING)).hasSize(1);
    }

    @Test
    void otherAgenciesHitsAreNotShown() {
        hunts.save("an", QUERY);
        pass(Duration.ofMinutes(5));
        read(1, "/a");
        read(2, "/b");
        pass(Duration.ofMinutes(5));
        hunts.run();

        assertThat(hunts.hits("an", Scope.of(Set.of(2L)))).extracting(HuntHit::portalId).containsExactly(2L);
        assertThat(hunts.hits("an", Scope.of(Set.of()))).isEmpty();
    }

    @Test
    void oneIsKeptOnceAndLeftByItsAuthorOnly() {
        SavedHunt hunt = hunts.save("an", QUERY).orElseThrow();
        assertThat(hunts.save("an", QUERY)).contains(hunt);
        assertThatThrownBy(() -> hunts.save("an", "(((")).isInstanceOf(BadQuery.class);
        assertThat(hunts.of("an")).containsExactly(hunt);

        assertThat(hunts.remove("binh", hunt.id())).isFalse();
        assertThat(hunts.remove("an", hunt.id())).isTrue();
        assertThat(hunts.of("an")).isEmpty();
    }

    private void read(long portal, String path) {
        read(portal, path, installation.time().instant());
    }

    private void read(long portal, String path, Instant at) {
        String url = "https://p" + portal + ".example" + path;
        byte[] html = "<title>Xã</title><p>Chơi nhà cái uy tín".getBytes(StandardCharsets.UTF_8);
        corpus.add(new Version(portal, portal, url, "1", new TreeSet<>(Set.of("citizen")), 1, at, at, true,
                "clean",
                new PageReader().read(new PageSource(url, html, Optional.of("text/html"), false)),
                List.of()));
    }

    private void pass(Duration time) {
        installation.time().pass(time);
    }
}

package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Verdict;
import vn.vonggac.feed.Feeds;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class CampaignsTest {

    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private static final String DOORWAY = "Nhà cái %s uy tín số một châu Á nạp rút nhanh khuyến mãi chào mừng"
            + " thành viên mới tải ứng dụng về máy chơi xóc đĩa bắn cá đổi thưởng mỗi ngày cùng hàng nghìn người";

    private final TestInstallation installation;
    private final Incidents incidents;
    private final Campaigns campaigns;
    private final CampaignJoining joining;

    CampaignsTest(TestInstallation installation) {
        this.installation = installation;
        this.incidents = installation.bean(Incidents.class);
        this.campaigns = installation.bean(Campaigns.class);
        this.joining = installation.bean(CampaignJoining.class);
    }

    @BeforeEach
    void twoPortals() {
        TestPortals.add(installation);
    }

    @Test
    void incidentsOfTwoPortalsWithOnePlantedDomainAreACampaignAndSaySo() {
        long first = linkTo(1, "vip.kubet88.com");
        joining.step();
        assertThat(campaigns.count(Scope.EVERYTHING)).as("one portal is none").isZero();
        long second = linkTo(2, "m.kubet88.com");
        join();

        Campaign campaign = only();
        assertThat(campaign.members()).extracting(Campaign.Member::incident).containsExactly(first, second);
        assertThat(campaign.members()).extracting(Campaign.Member::reason)
                .containsOnly(Campaign.Reason.HOST);
        assertThat(campaign.hosts()).containsExactly(new Campaign.Shared("kubet88.com", 2));
        assertThat(campaigns.of(Set.of(first, second, 99L)))
                .isEqualTo(Map.of(first, campaign.id(), second, campaign.id()));
        assertThat(incidents.log(Scope.EVERYTHING, second)).last()
                .returns(Step.Deed.JOINED_CAMPAIGN, Step::deed)
                .returns("#" + campaign.id() + " kubet88.com", Step::note);
    }

    @Test
    void whatEverybodyLinksToTiesNothingTogether() {
        linkTo(1, "www.facebook.com");
        linkTo(2, "www.facebook.com");
        join();

        assertThat(campaigns.count(Scope.EVERYTHING)).isZero();
    }

    @Test
    void oneTextUnderTwoNamesIsACampaignAndAnotherTextIsNot() {
        see(1, GroupingTest.words(DOORWAY.formatted("kubet")));
        see(2, GroupingTest.words(DOORWAY.formatted("new88")));
        join();

        assertThat(only().members()).extracting(Campaign.Member::reason).containsOnly(Campaign.Reason.TEXT);
    }

    @Test
    void aTextThatSharesALineOnlyIsNoCampaign() {
        see(1, GroupingTest.words(DOORWAY.formatted("kubet")));
        see(2, GroupingTest
                .words("Lô đề online hôm nay, soi cầu miền bắc, nạp rút nhanh khuyến mãi lớn, chốt số"));
        join();

        assertThat(campaigns.count(Scope.EVERYTHING)).isZero();
    }

    @Test
    void theSameBytesPlantedTwiceAreACampaign() {
        exhibit(1, "ab".repeat(32));
        exhibit(2, "ab".repeat(32));
        join();

        assertThat(only().members()).extracting(Campaign.Member::reason).containsOnly(Campaign.Reason.FILE);
        assertThat(campaigns.indicators(Scope.EVERYTHING, only().id()).orElseThrow().files())
                .containsExactly("ab".repeat(32));
    }

    @Test
    void otherAgenciesMembersShowNeitherByNameNorInCounts() {
        linkTo(1, "vip.kubet88.com");
        linkTo(2, "m.kubet88.com");
        join();
        long id = only().id();

        Campaign seen = campaigns.find(Scope.of(Set.of(1L)), id).orElseThrow();
        assertThat(seen.portals()).containsExactly(1L);
        assertThat(seen.hosts()).containsExactly(new Campaign.Shared("kubet88.com", 1));
        assertThat(campaigns.list(Scope.of(Set.of(1L)), 10, 0).rows()).singleElement()
                .satisfies(campaign -> assertThat(campaign.members()).hasSize(1));
        assertThat(campaigns.indicators(Scope.of(Set.of(1L)), id).orElseThrow().hosts())
                .containsExactly("vip.kubet88.com");
        assertThat(campaigns.find(Scope.of(Set.of(3L)), id)).isEmpty();
        assertThat(campaigns.count(Scope.of(Set.of(3L)))).isZero();
        assertThat(campaigns.indicators(Scope.of(Set.of(3L)), id)).isEmpty();
        assertThat(campaigns.split(Scope.of(Set.of(3L)), id, Set.of(1L, 2L), "an")).isZero();
    }

    @Test
    void whatAPersonTookOutStaysOutAndWhatTheyBroughtInStays() {
        long first = linkTo(1, "vip.kubet88.com");
        long second = linkTo(2, "m.kubet88.com");
        join();
        long id = only().id();

        assertThat(campaigns.split(Scope.EVERYTHING, id, Set.of(second), "an")).isEqualTo(1);
        linkTo(2, "vip.kubet88.com");
        join();
        assertThat(only().members()).extracting(Campaign.Member::incident).containsExactly(first);
        assertThat(incidents.log(Scope.EVERYTHING, second)).extracting(Step::deed)
                .contains(Step.Deed.LEFT_CAMPAIGN);
    }

    @Test
    void twoCampaignsBecomeOneByAPersonOnly() {
        linkTo(1, "kubet88.com");
        linkTo(2, "kubet88.com");
        join();
        long first = only().id();
        portal("S3");
        portal("S4");
        long other = linkTo(3, "new88.com");
        long second = linkTo(4, "new88.com");
        join();
        assertThat(campaigns.count(Scope.EVERYTHING)).isEqualTo(2);
        long id = campaigns.of(Set.of(other)).get(other);
        assertThat(campaigns.merge(Scope.EVERYTHING, first, id, "an")).isEqualTo(2);
        assertThat(only().id()).isEqualTo(first);
        assertThat(only().hosts()).extracting(Campaign.Shared::host).containsExactly("kubet88.com",
                "new88.com");
        assertThat(campaigns.of(Set.of(second))).containsEntry(second, first);
        assertThat(campaigns.merge(Scope.EVERYTHING, first, 999, "an")).isZero();
    }

    @Test
    void whatPeopleConfirmedBecomesAListOfHosts() {
        long first = linkTo(1, "vip.kubet88.com");
        linkTo(2, "m.kubet88.com");
        join();
        Feeds feeds = installation.bean(Feeds.class);
        joining.tell();
        assertThat(feeds.find("https://x.kubet88.com/")).as("nobody has looked yet").isEmpty();

        incidents.handle(Scope.EVERYTHING, first, incident -> Handling.acknowledge(incident,
                new Handling.Word("an", START, "")));
        joining.tell();
        assertThat(feeds.find("https://x.kubet88.com/")).isPresent();
        assertThat(feeds.find("https://kubet88.com.vn/")).isEmpty();
    }

    @Test
    void indicatorsAreCsvAndStix() {
        linkTo(1, "vip.kubet88.com");
        linkTo(2, "m.kubet88.com");
        join();
        Indicators indicators = campaigns.indicators(Scope.EVERYTHING, only().id()).orElseThrow();

        assertThat(indicators.csv().lines()).first().isEqualTo("type,indicator,first_seen,last_seen");
        assertThat(indicators.csv()).contains("host,\"vip.kubet88.com\",2026-01-05T01:00:00Z");
        String stix = StixBundle.of(indicators, START);
        assertThat(stix).contains("\"spec_version\":\"2.1\"", "[domain-name:value = 'vip.kubet88.com']",
                "\"relationship_type\":\"indicates\"", "\"pattern_type\":\"stix\"")
                .isEqualTo(StixBundle.of(indicators, START));
    }

    @Test
    void aDomainThatAnIncidentGrewByTiesItToo() {
        linkTo(1, "vip.kubet88.com");
        linkTo(2, "new88.com");
        join();
        assertThat(campaigns.count(Scope.EVERYTHING)).isZero();
        linkTo(2, "m.kubet88.com");
        join();

        assertThat(only().hosts()).contains(new Campaign.Shared("kubet88.com", 2));
    }

    private void portal(String code) {
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft(code, "Sở " + code, "", "", "", "", "", "", "", "", ""), "test");
        installation.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Cổng " + code,
                "https://" + code + ".example/", code, "", "", "", "", "", "", "", "", "", "5m", ""), "test");
    }

    private void join() {
        while (joining.step() > 0) {
            // until every incident was looked at
        }
    }

    private Campaign only() {
        List<Campaign> all = campaigns.list(Scope.EVERYTHING, 10, 0).rows();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private long linkTo(long portal, String host) {
        return see(portal, GroupingTest.link("nhà cái uy tín", host));
    }

    private long see(long portal, vn.vonggac.detect.Finding finding) {
        return observe(portal, GroupingTest.suspicious(finding), List.of());
    }

    private void exhibit(long portal, String hash) {
        String page = "https://s" + portal + ".example/x.pdf";
        observe(portal, GroupingTest.suspicious(GroupingTest.words("tài xỉu" + portal)),
                List.of(new Exhibit(page, START, "citizen", 200, hash, page, "")));
    }

    private long observe(long portal, Verdict verdict, List<Exhibit> exhibits) {
        String page = "https://s" + portal + ".example/x.pdf";
        Instant at = installation.time().instant();
        installation.time().pass(Duration.ofDays(2));
        return incidents.observe(new Sighting(Long.toString(portal), page, at, verdict, true, exhibits))
                .getFirst().incident().id();
    }
}

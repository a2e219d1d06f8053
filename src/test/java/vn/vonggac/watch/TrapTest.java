package vn.vonggac.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.portal.Portal;
import vn.vonggac.watch.FrontierPage.Source;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

/** Sites that go on for ever, with a real section beside them. */
class TrapTest {

    private static final int ARTICLES = 60;
    private static final int MONTHS = 300;
    private static final int LISTS = 4;
    private static final List<String> SUBJECTS = List.of("đất đai", "hộ tịch", "xây dựng", "giáo dục", "y tế",
            "thuế", "nông nghiệp", "văn hóa", "giao thông", "môi trường");
    private static final List<String> DEEDS = List.of("Công khai kết quả giải quyết hồ sơ",
            "Tập huấn cho cán bộ thôn", "Lấy ý kiến người dân", "Kiểm tra định kỳ", "Triển khai kế hoạch năm",
            "Tuyên truyền lưu động");

    private final Site site = new Site();
    private @Nullable TestInstallation installation;
    private Portal portal;

    @BeforeEach
    void write() {
        for (int article = 0; article < ARTICLES; article++) {
            String what = DEEDS.get(article / 10) + " về " + SUBJECTS.get(article % 10);
            site.page("/tin/" + article, "<main><h2>" + what + "</h2><p>" + what
                    + " được xã thực hiện từ tuần này, người dân liên hệ bộ phận một cửa.</p></main>");
        }
    }

    @AfterEach
    void close() {
        if (installation != null) {
            installation.close();
        }
        site.close();
    }

    @Test
    void aCalendarWithoutEndIsLeftAfterADozenMonths() {
        for (int month = 0; month < MONTHS; month++) {
            site.page("/lich/" + month, "<main><h2>Lịch công tác tháng " + (1 + month % 12) + "/"
                    + (2000 + month / 12) + "</h2><p>Không có lịch công tác.</p>" + months(month)
                    + "</main>");
        }
        start("<a href='/lich/0'>Lịch</a>", Map.of());
        rounds(25);

        assertThat(visited("/tin/.*")).isEqualTo(ARTICLES);
        assertThat(visited("/lich/.*")).isBetween(5L, 30L);
    }

    @Test
    void aListWithEveryChoiceOfFiltersIsLeftAfterSomeDozens() {
        for (int choice = 0; choice < Math.pow(LISTS + 1, LISTS); choice++) {
            site.page(filters(choice), "<main><h2>Danh mục</h2>" + items(choice) + more(choice) + "</main>");
        }
        start("<a href='/danh-muc'>Danh mục</a>", Map.of());
        rounds(25);

        assertThat(visited("/tin/.*")).isEqualTo(ARTICLES);
        assertThat(visited("/danh-muc\\?.*")).isBetween(10L, 80L);
    }

    @Test
    void aFamilyThatSaysSomethingAgainIsOpenAgain() {
        Family family = Family.unknown("/lich/0");
        assertThat(family.barren()).isZero();
        assertThat(Family.of("https://xa.gov.vn/lich/2026/05?xem=1")).isEqualTo("/lich/0/0?xem");
        assertThat(Family.of("https://xa.gov.vn/tim?b=1&a=2&b=3")).isEqualTo("/tim?a&b");
        assertThat(Family.wide("/tim?a&b")).isEqualTo("/tim?");
        assertThat(Family.of("https://xa.gov.vn/gioi-thieu")).isEmpty();
        Family quiet = family;
        for (int page = 0; page < Family.LOOP + 1; page++) {
            quiet = quiet.read(read("<p>Không có lịch tháng " + page + "</p>"));
        }

        assertThat(quiet.barren()).isEqualTo(Family.LOOP + 1);
        assertThat(quiet.read(read("<h2>Họp dân</h2><p>Bàn về làm đường</p>")).barren()).isZero();
    }

    @Test
    void aFullFrontierMakesRoomForOtherSections() {
        start("", Map.of("vonggac.watch.pages", 50));
        Frontier frontier = installation.bean(Frontier.class);
        frontier.add(portal.id(), found("/lich-a/x", 60), 2, installation.time().instant());
        assertThat(frontier.add(portal.id(), found("/tin-b/y", 10), 2, installation.time().instant()))
                .isEqualTo(10);

        assertThat(installation.bean(FrontierRows.class).count(portal.id())).isEqualTo(50);
        assertThat(frontier.add(portal.id(), found("/lich-a/z", 10), 2, installation.time().instant()))
                .isZero();
    }

    private Map<String, Source> found(String prefix, int pages) {
        return IntStream.range(0, pages).mapToObj(page -> site.url(prefix + (char) ('a' + page % 26)
                + (char) ('a' + page / 26))).collect(Collectors.toMap(url -> url, url -> Source.LINK));
    }

    private static String months(int month) {
        return IntStream.range(month + 1, Math.min(MONTHS, month + 40))
                .mapToObj(next -> "<a href='/lich/" + next + "'>" + next + "</a>")
                .collect(Collectors.joining(" "));
    }

    private static String filters(int choice) {
        String query = IntStream.range(0, LISTS).filter(list -> digit(choice, list) > 0)
                .mapToObj(list -> "loc" + (char) ('a' + list) + "=" + digit(choice, list))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/danh-muc" : "/danh-muc?" + query;
    }

    private static int digit(int choice, int list) {
        return choice / (int) Math.pow(LISTS + 1, list) % (LISTS + 1);
    }

    private static String items(int choice) {
        return IntStream.range(0, 20).filter(item -> choice == 0 || (item * 7 + choice) % 3 > 0)
                .mapToObj(item -> "<p>Thủ tục " + SUBJECTS.get(item % 10) + " mức độ "
                        + (item < 10 ? "một phần" : "toàn trình") + "</p>")
                .collect(Collectors.joining());
    }

    private static String more(int choice) {
        return IntStream.range(0, LISTS * LISTS).map(each -> {
            int place = (int) Math.pow(LISTS + 1, each / LISTS);
            return choice + (1 + each % LISTS - digit(choice, each / LISTS)) * place;
        }).mapToObj(next -> "<a href='" + filters(next).replace("&", "&amp;") + "'>lọc</a>")
                .collect(Collectors.joining(" "));
    }

    private void start(String trap, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.putAll(more);
        installation = TestInstallation.with(settings);
        site.server.stubFor(get(urlEqualTo("/robots.txt")).willReturn(aResponse().withStatus(404)));
        site.page("/", Site.LINKS + trap + IntStream.range(0, ARTICLES)
                .mapToObj(page -> "<a href='/tin/" + page + "'>Tin</a>").collect(Collectors.joining(" ")));
        portal = site.enter(installation, "5m");
    }

    private static PageContent read(String body) {
        return new PageReader().read(new PageSource("https://xa.gov.vn/",
                ("<html><body><main>" + body + "</main></body></html>").getBytes(StandardCharsets.UTF_8),
                Optional.of("text/html; charset=utf-8"), false));
    }

    private void rounds(int count) {
        for (int round = 0; round < count; round++) {
            installation.bean(PortalRound.class).run(portal.id());
            installation.time().pass(Duration.ofMinutes(5));
        }
    }

    private long visited(String path) {
        return site.server.findAll(getRequestedFor(urlMatching(path))).stream()
                .map(request -> request.getUrl()).distinct().count();
    }
}

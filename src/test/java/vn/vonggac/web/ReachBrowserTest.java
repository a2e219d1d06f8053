package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Url;

import static org.assertj.core.api.Assertions.assertThat;

/** How far the watch of a portal reaches, as somebody sees and changes it on the portal's page. */
class ReachBrowserTest {

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() throws SQLException {
        try (Connection connection = DelegatingDataSource.unwrapDataSource(desk.bean(DataSource.class))
                .getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO component VALUES (1, 'soyte.xa1.binhminh.example',"
                    + " 'https://soyte.xa1.binhminh.example/', CURRENT_TIMESTAMP)");
        }
    }

    @Test
    void aComponentSiteIsWatchedWithOneClickAndPagesAreNamedOnThePortalsPage() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/portals/1");
            page.getByText("Thêm trang cần canh gác").click();
            Chromium.picture(page, "reach");
            assertThat(Chromium.violations(page)).isEmpty();

            page.getByLabel("Canh gác soyte.xa1.binhminh.example").click();
            assertThat(page.locator("main").innerText()).contains("Đã thêm cổng")
                    .doesNotContain("soyte.xa1.binhminh.example");
            assertThat(desk.bean(Portals.class)
                    .at(Scope.EVERYTHING, Url.parse("https://soyte.xa1.binhminh.example/").orElseThrow()))
                    .hasValueSatisfying(added -> assertThat(added.parentId()).isEqualTo(1L));

            page.getByText("Thêm trang cần canh gác").click();
            page.locator("#addresses").fill("/tin/1\nkhông phải địa chỉ");
            page.getByText("Canh gác các trang này").click();
            assertThat(page.locator("#addresses-problem").innerText()).contains("Dòng 2");
            Chromium.picture(page, "reach-bad-line");
            page.locator("#addresses").fill("/tin/1");
            page.getByText("Canh gác các trang này").click();
            assertThat(page.locator("main").innerText()).contains("các trang mới được xem ngay");
            assertThat(desk.bean(Audit.class).count(new AuditFilter("an", "watch.act.pages", "portal:1")))
                    .isEqualTo(1);
        }
    }

    @Test
    void thatTheOwnerAllowsQuestionsIsChosenInTheForm() {
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/portals/3/edit");
            Chromium.picture(page, "probing");
            page.getByLabel("Harmless questions to this portal").selectOption("authorised");
            page.getByText("Save").first().click();
            assertThat(page.locator("main").innerText()).contains("Allowed by its owner");
        }
    }
}

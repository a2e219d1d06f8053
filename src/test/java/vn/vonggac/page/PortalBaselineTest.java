package vn.vonggac.page;

import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortalBaselineTest {

    static final String ARTICLE = "<html><body><div class=top><nav><a href=/>Trang chủ</a></nav></div>"
            + "<main class=article><h1>%s</h1><div class=body><p>%s</p><table><tr><td>1</td></tr></table></div>"
            + "</main><footer><p>Bản quyền</p></footer>";

    static PageContent article(String title, String text) {
        return BaselineTest.read(ARTICLE.formatted(title, text));
    }

    @Test
    void aNewPageOfAKnownTemplateIsAnOrdinaryNewPage() {
        PortalBaseline portal = PortalBaseline.empty().learn(article("Tin một", "Nội dung"));

        assertThat(portal.knowsTemplate(article("Tin hai", "Chuyện khác"))).isTrue();
        assertThat(portal
                .knowsTemplate(BaselineTest.read("<center><font>owned<blink>x</blink></font></center>")))
                .isFalse();
    }

    @Test
    void hostsAndTopicsAreThoseOfAllItsPages() {
        PortalBaseline portal = PortalBaseline.empty()
                .learn(BaselineTest.read("<a href='https://vff.org.vn/'>Bóng đá</a>"), Set.of("sport"))
                .learn(article("Tin", "Họp"));

        assertThat(portal.hosts()).containsExactly("vff.org.vn");
        assertThat(portal.share("sport")).isEqualTo(0.5);
        assertThat(portal.share("gambling")).isZero();
    }

    @Test
    void isKeptInBytesWithoutLoss() {
        PortalBaseline portal = PortalBaseline.empty().learn(article("Tin", "Họp"), Set.of("law"))
                .learn(BaselineTest.read("<a href='https://vff.org.vn/'>x</a><script src=/a.js></script>"));
        PortalBaseline again = PortalBaseline.read(portal.bytes()).orElseThrow();

        assertThat(again.hosts()).isEqualTo(portal.hosts());
        assertThat(again.share("law")).isEqualTo(0.5);
        assertThat(again.bytes()).isEqualTo(portal.bytes());
        assertThat(PortalBaseline.read(new byte[0])).isEmpty();
    }
}

package vn.vonggac.visit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;

class SavedFromTest {

    private static final String LINK = "<a href='https://www.sach.example.com/trang'>Trang</a>";
    private static final String PICTURE = "<img src='https://anh.sach.example.com/a.png'>";
    private static final String SCRIPT = "<script src='https://www.sach.example.com/a.js'></script>";

    @Test
    void aPageThatAnotherSiteIsAllOfIsFromThere() {
        assertThat(domain(LINK.repeat(10) + PICTURE.repeat(5))).containsExactly("example.com");
        assertThat(domain(LINK.repeat(30) + SCRIPT + "<img src='/a.png'>".repeat(9)))
                .containsExactly("example.com");
    }

    @Test
    void linksAloneDoNotTell() {
        assertThat(domain(LINK.repeat(60))).isEmpty();
        assertThat(domain(LINK.repeat(60) + PICTURE.repeat(4))).isEmpty();
    }

    @Test
    void whatStandsUnderAnotherSiteByWordOfThePageItselfDoesNotTell() {
        String own = "<a href='tin'>Tin</a><img src='a.png'>";
        assertThat(domain("<base href='https://www.sach.example.com/'>" + own.repeat(30))).isEmpty();
    }

    @Test
    void aPageOfItsOwnThatLinksToAnotherSiteIsAtHome() {
        String own = "<a href='/tin'>Tin</a><img src='/a.png'>";
        assertThat(domain(LINK.repeat(30) + PICTURE.repeat(5) + own.repeat(30))).isEmpty();
        assertThat(domain(own.repeat(30))).isEmpty();
    }

    private static Set<String> domain(String html) {
        PageContent page = new PageReader().read(new PageSource("https://xa.thu.gov.vn/",
                ("<title>Tin</title>" + html).getBytes(StandardCharsets.UTF_8), Optional.empty(), false));
        return SavedFrom.domain(page);
    }
}

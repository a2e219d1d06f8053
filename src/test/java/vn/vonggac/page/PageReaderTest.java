package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageReaderTest {

    static PageContent read(String html) {
        return new PageReader().read(new PageSource("https://sotttt.hue.gov.vn/tin/bai.html",
                html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"), false));
    }

    @Test
    void blocksCarryTextPathLineAndKind() {
        PageContent content = read("""
                <html lang="vi"><head><title> Sở  TTTT </title></head><body>
                <div class="footer"><p>Địa chỉ: <b>6 Lê Lợi</b>, Huế</p>
                <h2>Tin mới</h2><ul><li><a href="/a">Một tin</a></li></ul></div>
                """);

        assertThat(content.title()).isEqualTo("Sở TTTT");
        assertThat(content.language()).contains("vi");
        assertThat(content.blocks()).extracting(Block::text).containsExactly("Địa chỉ: 6 Lê Lợi, Huế",
                "Tin mới",
                "Một tin");
        assertThat(content.blocks()).extracting(Block::kind).containsExactly(Block.Kind.TEXT,
                Block.Kind.HEADING,
                Block.Kind.LINK_TEXT);
        assertThat(content.blocks().getFirst().place()).isEqualTo(new Place("html>body>div.footer>p", 2));
        assertThat(content.blocks().getFirst().region()).isEqualTo(Block.Region.BOILERPLATE);
    }

    @Test
    void linksAreResolvedAndKnowTheirDomain() {
        List<Link> links = read(
                """
                        <a href="../x?y=1">trong</a><a href="//cdn.hue.gov.vn/a">cùng</a>
                        <a href="https:\\\\Evil_Bet.789.com:443/x">ngoài</a><a href="http://a@b.co.uk#q"><img alt="ảnh" src="i.png"></a>
                        """)
                .links();

        assertThat(links).extracting(Link::target).containsExactly("https://sotttt.hue.gov.vn/x?y=1",
                "https://cdn.hue.gov.vn/a", "https://Evil_Bet.789.com:443/x", "http://a@b.co.uk#q");
        assertThat(links).extracting(Link::domain).containsExactly("hue.gov.vn", "hue.gov.vn", "789.com",
                "b.co.uk");
        assertThat(links).extracting(Link::outbound).containsExactly(false, false, true, true);
        assertThat(links.get(3).text()).isEqualTo("ảnh");
    }
}

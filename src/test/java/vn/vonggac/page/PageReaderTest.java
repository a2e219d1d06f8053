package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PageReaderTest {

    static PageContent read(String html) {
        return new PageReader().read(new PageSource("https://sotttt.hue.gov.vn/tin/bai.html",
                html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html"), false));
    }

    @Test
    void utf8DeclaredAsLatinIsReadAsUtf8() {
        byte[] page = "<meta charset='iso-8859-1'><title>Lịch tiếp công dân</title>"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new PageReader().read(new PageSource("https://xa.example.gov.vn/", page,
                Optional.of("text/html; charset=iso-8859-1"), false)).title())
                .isEqualTo("Lịch tiếp công dân");
        byte[] latin = "<meta charset='iso-8859-1'><title>Hôtel à côté</title>"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new PageReader().read(new PageSource("https://xa.example.gov.vn/", latin,
                Optional.empty(), false)).title()).isEqualTo("Hôtel à côté");
    }

    @Test
    void whatAnAttributeKeepsInBase64IsRead() {
        String link = Base64.getEncoder()
                .encodeToString(
                        "<a href='https://khac.example.net/'>xem thêm</a>".getBytes(StandardCharsets.UTF_8));
        assertThat(read("<div data-c='" + link + "'></div>").links()).singleElement()
                .satisfies(found -> assertThat(found.host()).isEqualTo("khac.example.net"));
        assertThat(read("<div data-key='TmFtZQTmFtZQTmFtZQTmFtZQTmFtZQTmFtZQ'></div>").blocks()).isEmpty();
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
    void aLinkBeginsAWordWhereMarkupWithinAWordDoesNot() {
        assertThat(read("<p>mot<b>chu</b><a href='/a'>hai chu</a><a href='/b'>ba</a></p>").blocks())
                .extracting(Block::text).containsExactly("motchu hai chu ba");
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

    @Test
    void whatRunsLoadsFramesAndSendsIsTold() {
        PageContent content = read(
                """
                        <link rel=stylesheet href=/s.css><meta property="og:title" content="Tiêu đề">
                        <meta http-equiv=Refresh content="0; URL='https://b.example/x'"><link rel=canonical href=/chinh>
                        <script src=//cdn.example/a.js></script><script>var a=1</script>
                        <script type="application/ld+json">{}</script><p onclick="go()">x</p><a href="javascript:go(%27a%27)">y</a>
                        <iframe width=0 src=https://f.example/></iframe><object data=/o.swf></object>
                        <form action=https://g.example/ method=POST><input type=password></form>
                        """);

        assertThat(content.embeds()).extracting(Embed::source).containsExactly(
                "https://sotttt.hue.gov.vn/s.css",
                "https://sotttt.hue.gov.vn/o.swf");
        assertThat(content.meta("OG:title")).contains("Tiêu đề");
        assertThat(content.canonical()).contains("https://sotttt.hue.gov.vn/chinh");
        assertThat(content.refreshes()).extracting(Refresh::target).containsExactly("https://b.example/x");
        assertThat(content.scripts()).extracting(Script::kind).containsExactly(Script.Kind.EXTERNAL,
                Script.Kind.INLINE, Script.Kind.JSON_LD, Script.Kind.HANDLER, Script.Kind.JAVASCRIPT_LINK);
        assertThat(content.scripts().getLast().text()).isEqualTo("go('a')");
        assertThat(content.frames().getFirst().hidden()).contains(HiddenReason.ZERO_SIZE);
        assertThat(content.forms().getFirst().password()).isTrue();
        assertThat(content.forms().getFirst().outbound()).isTrue();
    }

    @Test
    void handlersAnswerToAPersonOrToNobody() {
        PageContent content = read("""
                <body onclick=a()><p onclick=b() onkeydown=c()>x</p><p onmouseover=d()>y</p><img onerror=e()>
                <input onfocus=f()></body>""");

        assertThat(content.scripts()).extracting(Script::text, Script::kind).containsExactly(
                tuple("a()", Script.Kind.UNASKED), tuple("b()", Script.Kind.HANDLER),
                tuple("c()", Script.Kind.HANDLER), tuple("d()", Script.Kind.UNASKED),
                tuple("e()", Script.Kind.UNASKED), tuple("f()", Script.Kind.UNASKED));
    }

    @Test
    void ofAFramedDocumentOnlyScriptsThatReachForThePageAreThePages() {
        PageContent content = read("""
                <iframe srcdoc="<script>top.location='/x'</script><script>var own</script>"></iframe>
                <iframe src="data:text/html,<script>parent.go()</script>"></iframe>
                <a href="data:text/html,<script>top.go()</script>">x</a>""");

        assertThat(content.scripts()).extracting(Script::text).containsExactly("top.location='/x'",
                "parent.go()");
    }

    @Test
    void aFormThatAsksForWordsIsKnownByTheAddressItAsksWith() {
        PageContent content = read(
                """
                        <form action="/tim?cu=1#dau"><input type=hidden name=loai value="a b"><input name=q><input name=r>
                        <input type=submit value=Tìm></form>
                        <form action="/gui" method=post><input name=q></form>
                        <form action="/chon"><input type=checkbox name=c></form>
                        <form action="/vao"><input name=ten><input type=password name=mk></form>
                        """);

        assertThat(content.forms()).extracting(Form::question)
                .containsExactly("https://sotttt.hue.gov.vn/tim?loai=a+b&q=", "", "", "");
    }

    @ParameterizedTest
    @CsvSource({"https://A.B.hue.gov.vn:8443/x, a.b.hue.gov.vn, hue.gov.vn",
            "http://user:pass@evil.example.com, evil.example.com, example.com",
            "http://nhà-cái.com, xn--nh-ci-sqaj.com, xn--nh-ci-sqaj.com",
            "//x_y.github.io/, x_y.github.io, x_y.github.io",
            "http://[::1]:80/, [::1], [::1]", "http://10.0.0.1/, 10.0.0.1, 10.0.0.1",
            "http:\\\\back.slash.net\\x, back.slash.net, slash.net", "https://gov.vn./, gov.vn, gov.vn",
            "mailto:a@b.vn, '', ''", "javascript:x, '', ''", "http://a%2Eb.com/, a.b.com, b.com"})
    void hostsAndDomainsAreFoundAsABrowserFindsThem(String url, String host, String domain) {
        assertThat(Hosts.of(url)).isEqualTo(host);
        assertThat(Hosts.registrable(host)).isEqualTo(domain);
    }
}

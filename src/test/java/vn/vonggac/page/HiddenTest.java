package vn.vonggac.page;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HiddenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "HIDDEN_ATTRIBUTE | <p hidden>chữ</p>",
            "DISPLAY_NONE | <p style='DISPLAY : NONE !important'>chữ</p>",
            "DISPLAY_NONE | <div style='display:none'><ul><li><b>chữ</b></ul></div>",
            "DISPLAY_NONE | <style>.x1 b{display:none}</style><div class='a x1'><b>chữ</b></div>",
            "DISPLAY_NONE | <style>/* } */@media screen{#q > p{display:none}}</style><div id=q><p>chữ</p></div>",
            "DISPLAY_NONE | <style>body > *:not(.x):not(#y){display:none}</style><p>chữ</p>",
            "DISPLAY_NONE | <style>[class^=q] p[data-a$='z']{display:none}</style><div class='q1'><p data-a=yz>chữ</p></div>",
            "DISPLAY_NONE | <p class=d-none>chữ</p>",
            "VISIBILITY | <p style='visibility:hidden'>chữ</p>",
            "ZERO_SIZE | <div style='height:0;overflow:hidden'>chữ</div>",
            "ZERO_SIZE | <div style='width:1px;height:1px;overflow:hidden;position:absolute'>chữ</div>",
            "OFF_SCREEN | <div style='position:absolute;left:-9999px'>chữ</div>",
            "OFF_SCREEN | <div style='position:fixed;top:-300em'>chữ</div>",
            "OFF_SCREEN | <div style='margin-left:-5000px'>chữ</div>",
            "OFF_SCREEN | <div style='transform:translateX(-9999px)'>chữ</div>",
            "CLIPPED | <div style='position:absolute;clip:rect(0,0,0,0)'>chữ</div>",
            "CLIPPED | <div style='clip-path: inset(50%)'>chữ</div>",
            "TRANSPARENT | <div style='opacity:0'>chữ</div>",
            "TRANSPARENT | <div style='opacity:.01'>chữ</div>",
            "TRANSPARENT | <div style='filter:alpha(opacity=0)'>chữ</div>",
            "TRANSPARENT | <p style='color:rgba(0,0,0,0)'>chữ</p>",
            "SAME_COLOUR | <div style='background:#fff url_none'><p style='color:#FEFEFE'>chữ</p></div>",
            "SAME_COLOUR | <table bgcolor=white><tr><td><font color='#ffffff'>chữ</font></table>",
            "SAME_COLOUR | <style>p{color:red;background-color:rgb(255,0,0)}</style><p>chữ</p>",
            "SAME_COLOUR | <p style='color:#fff'>chữ</p>",
            "SAME_COLOUR | <style>.m{color:#fff}</style><div class=m><p>chữ</p></div>",
            "TEXT_INDENT | <div style='text-indent:-9999px'>chữ</div>",
            "ZERO_FONT | <div style='font-size:0'>chữ</div>",
            "ZERO_FONT | <div style='font:0/0 a'>chữ</div>",
            "CLOSED_DETAILS | <details><summary></summary><p>chữ</p></details>",
            "ZERO_MARQUEE | <marquee height=0>chữ</marquee>",
            "ZERO_MARQUEE | <marquee style='height:1px;width:1px;overflow:hidden'>chữ</marquee>",
            "NOSCRIPT | <noscript><p>chữ</p></noscript>",
            "OFF_CANVAS | <div class=offcanvas>chữ</div>",
            "TEMPLATE | <template><p>chữ</p></template>",
            "TEMPLATE | <script type='text/x-template'><p>chữ</p></script>",
            "COMMENT | <!-- <p>chữ</p> -->",
            "COMMENT | <!-- chữ -->",
            "DATA_URL | <a href='data:text/html;base64,PHA+Y2jhu688L3A+'></a>",
            "DISPLAY_NONE | <iframe style='display:none' srcdoc='<p>chữ</p>'></iframe>"})
    void textIsHiddenFor(HiddenReason reason, String html) {
        assertThat(reason(html)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<p style='display:block'>chữ</p>",
            "<p style='visibility:hidden'><b style='visibility:visible'>chữ</b></p>",
            "<style>body{visibility:hidden;opacity:0}</style><p>chữ</p>",
            "<div style='font-size:0'><p style='font-size:14px'>chữ</p></div>",
            "<p style='height:0'>chữ</p>",
            "<p style='left:-9999px'>chữ</p>",
            "<p style='opacity:.5'>chữ</p>",
            "<link rel=stylesheet href=a.css><p style='color:#fff'>chữ</p>",
            "<style>body{background:#000} .m{color:#fff}</style><p class=m>chữ</p>",
            "<style>.m{color:#fff} p{color:#000}</style><div class=m><p>chữ</p></div>",
            "<div style='background:#fff'><p style='background:url(a.png);color:#fff'>chữ</p></div>",
            "<div class='d-none d-md-block'>chữ</div>",
            "<style>p{display:none} p.a{display:block}</style><p class=a>chữ</p>",
            "<style>p{display:none!important} </style><style>@media print{p{display:none}}</style><b>chữ</b>",
            "<style>@media (max-width:600px){p{display:none}}</style><p>chữ</p>",
            "<style>p:hover{display:none}</style><p>chữ</p>",
            "<style>p:not(.a){display:none}</style><p class=a>chữ</p>",
            "<style>p:not(:hover){display:none}</style><p>chữ</p>",
            "<style>p:not(.a, .b){display:none}</style><p>chữ</p>",
            "<style>b + p{display:none} b ~ p{display:none}</style><b></b><p>chữ</p>",
            "<style>p[class*='']{display:none}</style><p class=a>chữ</p>",
            "<noscript><style>p{display:none}</style></noscript><p>chữ</p>",
            "<details open><p>chữ</p></details>",
            "<details><summary>chữ</summary></details>",
            "<marquee>chữ</marquee>",
            "<p aria-hidden=true>chữ</p>",
            "<iframe srcdoc='<p>chữ</p>'></iframe>"})
    void textIsVisible(String html) {
        assertThat(reason(html)).isEmpty();
    }

    private static Optional<HiddenReason> reason(String html) {
        return PageReaderTest.read("<html><body>" + html + "</body></html>").blocks().stream()
                .filter(block -> block.text().equals("chữ")).findFirst().orElseThrow().hidden();
    }

    @Test
    void linkWhoseWordsAreAllHiddenIsHidden() {
        PageContent content = PageReaderTest.read("""
                <p>Mời đọc <a href="https://a.example/"><span style="font-size:0">chữ</span></a>
                <a href="https://b.example/"><i style="display:none">x</i>thấy</a></p>""");

        assertThat(content.links()).extracting(Link::hidden).containsExactly(
                Optional.of(HiddenReason.ZERO_FONT),
                Optional.empty());
    }

    @Test
    void visibleAndHiddenTextOfOneParagraphAreTwoBlocks() {
        PageContent content = PageReaderTest.read("<p>Một <span style='display:none'>hai</span> ba</p>");

        assertThat(content.visibleText()).isEqualTo("Một ba\n");
        assertThat(content.hiddenText()).isEqualTo("hai\n");
    }

    @Test
    void styleSheetsHandedInHideToo() {
        PageSource source = new PageSource("https://a.gov.vn/",
                "<link rel=stylesheet href=/s.css><p class=k>chữ</p>".getBytes(),
                Optional.empty(),
                false, url -> Optional.of(".k{text-indent:-999em}")
                        .filter(sheet -> url.equals("https://a.gov.vn/s.css")));

        assertThat(new PageReader().read(source).blocks().getFirst().hidden())
                .contains(HiddenReason.TEXT_INDENT);
    }
}

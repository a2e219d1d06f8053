package vn.vonggac.visit;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import vn.vonggac.detect.Verdict;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Plants payloads of our own in a portal page of our own, each in every disguise, and counts what is still seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvasionTest {

    private static final double SEEN_AT_LEAST = 0.95;
    private static final String HOST = "https://choi-ngay.example.net/";

    private static final List<String> PAYLOADS = List.of(
            "nhà cái uy tín tặng 100k khi đăng ký tài khoản mới, nạp rút nhanh",
            "tài xỉu online đổi thưởng, nổ hũ uy tín, tải app nhận code",
            "link vào 188win mới nhất không bị chặn, cá cược bóng đá trực tuyến",
            "soi cầu lô đề miền bắc chuẩn, bạch thủ lô hôm nay ăn chắc",
            "game bài đổi thưởng rút tiền về tài khoản ngân hàng, khuyến mãi nạp lần đầu",
            "xóc đĩa online, bắn cá đổi thưởng, đá gà trực tiếp cược nhỏ thắng lớn",
            "kèo nhà cái hôm nay, tỷ lệ kèo bóng đá trực tuyến, đặt cược tại go99",
            "casino trực tuyến uy tín, baccarat, rồng hổ, hoàn trả cược mỗi ngày",
            "đăng ký nhận thưởng 88k tại nhà cái hàng đầu châu Á, cá độ bóng đá an toàn",
            "quay hũ jackpot, slot game nổ hũ lớn, tặng vòng quay miễn phí khi đăng ký");

    /** Other trades, tongues and wordings; each stands alone, as one planted sentence does. */
    private static final List<String> ELSEWHERE = List.of(
            "Đăng nhập KUWIN88 nhận ngay code 58k, link vào KUWIN88 chuẩn 2026",
            "Trang chu MB66 chinh thuc - tai app MB66 nhan 99k mien phi",
            "Hệ thống OKVIP tuyển đại lý hoa hồng 60%, cược thể thao hoàn trả không giới hạn",
            "Đánh đề online tỷ lệ 1 ăn 99, rút tiền về Momo trong 3 phút",
            "Cập nhật tỷ lệ kèo Châu Á, soi kèo Ngoại hạng Anh tối nay ăn chắc",
            "Bongdalu tỷ số trực tuyến, xem xoilac tv trực tiếp bóng đá không quảng cáo",
            "Situs slot gacor hari ini gampang maxwin, daftar akun pro kamboja bonus 100 di depan",
            "Bandar togel online terpercaya hadiah 4D terbesar, prediksi HK SGP jitu malam ini",
            "สล็อตเว็บตรง ไม่ผ่านเอเย่นต์ แตกง่าย ฝากถอนไม่มีขั้นต่ำ สมัครรับเครดิตฟรี",
            "บาคาร่าออนไลน์ คาสิโนสด แทงบอลออนไลน์ สมัครวันนี้รับโบนัส",
            "澳门新葡京娱乐城官网 真人百家乐 体育投注平台 注册送彩金",
            "Best online casino 2026: claim 200 free spins no deposit bonus, play slots and win real money",
            "Buy Viagra online no prescription, cheap Cialis overnight delivery",
            "Vay tiền online duyệt nhanh 5 phút chỉ cần CMND, không thẩm định, nợ xấu vẫn vay",
            "Làm bằng đại học giả, làm chứng chỉ tiếng Anh uy tín, bao soi bao check, nhận bằng trả tiền",
            "ルイヴィトン スーパーコピー 激安通販 N級品 送料無料",
            "Đánh liêng, phỏm, sâm lốc ăn tiền thật ngay trên điện thoại, rút về ví",
            "Vào nhóm Zalo lấy dàn đề 40 số nuôi khung, bạch thủ chắc ăn",
            "Đăng ký xong nhận liền 138k trải nghiệm, không cần nạp",
            "Hũ vừa nổ 3 tỷ, quay là trúng, tham gia kẻo lỡ",
            "Bandar toto 4D terpercaya pasaran Sydney Hongkong bayar lunas",
            "Cheap replica sneakers, fake Jordan AAA quality, free shipping",
            "Stake USDT in our mining pool, earn 4% daily guaranteed, withdraw anytime",
            "Sàn BO nhị phân có chuyên gia đọc lệnh, lợi nhuận 15% mỗi ngày",
            "Bằng lái xe không cần thi, giấy khám sức khỏe khống, giao tận nhà",
            "Hội viên VIP được hoàn thua 12% vào thứ sáu",
            "Đánh bài trực tuyến, 66CLB mới nhất",
            "Invest in crypto with our broker on Telegram, profit weekly",
            "日本語対応カジノ 登録ボーナス 今すぐ",
            "Hot escorts, call girls with full service, WhatsApp now",
            "Gái gọi cao cấp Sài Gòn, sex online không che, phim 18+ vietsub");

    private static final String HEADLINES = "<ul><li>Công an tỉnh triệt phá đường dây đánh bạc, bắt giữ 12 đối tượng</li>"
            + "<li>Khởi tố 5 bị can tổ chức cá độ bóng đá qua mạng</li><li>Cảnh báo thủ đoạn lôi kéo chơi tài xỉu, nổ hũ"
            + " trên mạng</li></ul>";
    private static final String NOTICES = "<p>Ủy ban nhân dân xã thông báo lịch tiếp công dân định kỳ trong tháng.</p>\n"
            .repeat(200);

    private final ApplicationContext context = ApplicationContext.builder().environments("cli")
            .deduceEnvironment(false)
            .start();
    private String page = "";

    // one disguise a line: the formatter would break the lambdas
    // @formatter:off
    /** How a payload is disguised or placed; takes the page and the payload, gives the page with it planted. */
    enum Disguise {
        PLAIN((page, words) -> inArticle(page, "<p>" + words + "</p>")),
        NO_DIACRITICS((page, words) -> inArticle(page, "<p>" + plain(words) + "</p>")),
        UPPER_CASE((page, words) -> inArticle(page, "<p>" + words.toUpperCase( Locale.of("vi")) + "</p>")),
        DECOMPOSED((page, words) -> inArticle(page,
                "<p>" + Normalizer.normalize(words, Normalizer.Form.NFD) + "</p>")),
        LOOK_ALIKES((page, words) -> inArticle(page, "<p>" + lookAlikes(words) + "</p>")),
        FULL_WIDTH((page, words) -> inArticle(page, "<p>" + fullWidth(plain(words)) + "</p>")),
        ZERO_WIDTH((page, words) -> inArticle(page, "<p>" + between(words, "\u200B") + "</p>")),
        SOFT_HYPHENS((page, words) -> inArticle(page, "<p>" + between(words, "\u00AD") + "</p>")),
        DOTTED((page, words) -> inArticle(page, "<p>" + between(words, ".") + "</p>")),
        SPACED((page, words) -> inArticle(page, "<p>" + between(words, " ") .replace("   ", "  ") + "</p>")),
        LEET((page, words) -> inArticle(page, "<p>" + leet(words) + "</p>")),
        ENTITIES((page, words) -> inArticle(page, "<p>" + entities(words) + "</p>")),
        SPLIT_BY_TAGS((page, words) -> inArticle(page, "<p>" + words .replace("i", "<b>i</b>") + "</p>")),
        HIDDEN_INLINE((page, words) -> inFooter(page, "<div style='display:none'>" + link(words) + "</div>")),
        HIDDEN_BY_CLASS((page, words) -> inFooter(page, "<div class='clr2'>" + link(words) + "</div>") .replace("/*styles*/", ".clr2{position:absolute;left:-9999px}")),
        SAME_COLOUR((page, words) -> inFooter(page, "<font color='#ffffff' style='background:#fff'>" + words + "</font>")),
        ZERO_FONT((page, words) -> inFooter(page, "<span style='font-size:0'>" + words + "</span>")),
        MARQUEE((page, words) -> inFooter(page, "<marquee height='0' width='0'>" + link(words) + "</marquee>")),
        NOSCRIPT((page, words) -> inFooter(page, "<noscript>" + link(words) + "</noscript>")),
        COMMENT((page, words) -> inFooter(page, "<!-- " + link(words) + " -->")),
        TITLE_ONLY((page, words) -> page .replaceFirst("<title>[^<]*", "<title>" + words)),
        DESCRIPTION_ONLY((page, words) -> page .replaceFirst("content=\"Ủy ban[^\"]*", "content=\"" + words)),
        IMAGE_ALTERNATIVE((page, words) -> inFooter(page, "<a href='" + HOST + "'><img src='/a.gif' alt='" + words + "'></a>")),
        SCRIPT_WRITTEN((page, words) -> inFooter(page, "<script>document.write('<a href=\"" + HOST + "\">" + words + "</a>')</script>")),
        SCRIPT_BASE64((page, words) -> inFooter(page, "<script>document.write(decodeURIComponent(escape(atob('" + base64(link(words)) + "'))))</script>")),
        SCRIPT_ESCAPED((page, words) -> inFooter(page, "<script>document.write(unescape('" + percent(link(words)) + "'))</script>")),
        SCRIPT_CODES((page, words) -> inFooter(page, "<script>document.write(String.fromCharCode(" + link(words) .chars() .mapToObj( String::valueOf) .collect( Collectors .joining(",")) + "))</script>")),
        SCRIPT_INNER((page, words) -> inFooter(page, "<div id='q1'></div><script>document.getElementById('q1').innerHTML=" + "['<a href=\"" + HOST + "\">','" + words + "','</a>'].join('')</script>")),
        DATA_URL((page, words) -> inFooter(page, "<iframe src='data:text/html;base64," + base64(link(words)) + "'></iframe>")),
        FRAME_DOCUMENT((page, words) -> inFooter(page, "<iframe srcdoc='<p>" + words + "</p>'></iframe>")),
        JSON_LD((page, words) -> inFooter(page, "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"name\":\"" + words + "\"}</script>")),
        BEFORE_HTML((page, words) -> "<div style='overflow:hidden;height:0'>" + link(words) + "</div>" + page),
        SVG_TEXT((page, words) -> inFooter(page, "<svg width='9' height='9'><text x='0'>" + words + "</text></svg>")),
        CSS_CONTENT((page, words) -> inFooter(page, "<b class='q9'></b>").replace("/*styles*/", ".q9:before{content:\"" + words + "\"}")),
        LINK_TITLE((page, words) -> inFooter(page, "<a href='" + HOST + "' title='" + words + "'>Xem thêm</a>")),
        SPOKEN_LABEL((page, words) -> inFooter(page, "<a href='" + HOST + "' aria-label='" + words + "'></a>")),
        TEMPLATE((page, words) -> inFooter(page, "<template>" + link(words) + "</template>")),
        DECLARED_SHADOW((page, words) -> inFooter(page, "<div><template shadowrootmode='open'>" + link(words) + "</template></div>")),
        SCRIPTED_SHADOW((page, words) -> inFooter(page, "<div id='s1'></div><script>document.getElementById('s1').attachShadow({mode:'open'}).innerHTML='" + link(words) + "'</script>")),
        TEMPLATE_LITERAL((page, words) -> inFooter(page, "<script>const w=`" + words + "`;document.body.insertAdjacentHTML('beforeend',`<p>${w}</p>`)</script>")),
        COOKIE_GATED((page, words) -> inFooter(page, "<script>if(document.cookie.indexOf('seen=1')<0){document.write('" + words + "')}</script>")),
        TIME_GATED((page, words) -> inFooter(page, "<script>var h=new Date().getHours();if(h>=22||h<5){document.write('" + words + "')}</script>")),
        LATER((page, words) -> inFooter(page, "<script>setTimeout(function(){var d=document.createElement('div');d.innerHTML='" + words + "';document.body.appendChild(d)},3000)</script>")),
        SCRIPT_TITLE((page, words) -> inFooter(page, "<script>setInterval(function(){document.title='" + words + "'},1000)</script>")),
        SCRIPT_TEXT((page, words) -> inFooter(page, "<b id='q2'></b><script>document.getElementById('q2').textContent='" + words + "'</script>")),
        SCRIPT_TEXT_NODE((page, words) -> inFooter(page, "<script>document.body.appendChild(document.createTextNode('" + words + "'))</script>")),
        SCRIPT_CLASS((page, words) -> inFooter(page, "<script>class Q{show(t){document.body.append(t)}} new Q().show('" + words + "')</script>")),
        SCRIPT_MODULE((page, words) -> inFooter(page, "<script type='module'>await 0;document.body.append('" + words + "')</script>")),
        SCRIPT_PROMISED((page, words) -> inFooter(page, "<script>fetch('/x').then(()=>{document.body.append('" + words + "')})</script>")),
        SCRIPT_CONSTRUCTED((page, words) -> inFooter(page, "<script>new Function(\"document.write('" + words + "')\")()</script>")),
        SCRIPT_QUERY((page, words) -> inFooter(page, "<script>jQuery(function($){$('<div>').text('" + words + "').appendTo('#f')})</script>")),
        SCRIPT_SPREAD_CODES((page, words) -> inFooter(page, "<script>document.write(String.fromCodePoint(...[" + words.chars().mapToObj(String::valueOf).collect(Collectors.joining(",")) + "]))</script>")),
        SCRIPT_BYTES((page, words) -> inFooter(page, "<script>document.write(new TextDecoder().decode(Uint8Array.from(atob('" + base64(link(words)) + "'),c=>c.charCodeAt(0))))</script>")),
        SCRIPT_FIRST_VISIT((page, words) -> inFooter(page, "<script>if(!localStorage.getItem('z')){document.write(atob('" + base64(link(plain(words))) + "'))}</script>")),
        FIELD_VALUE((page, words) -> inFooter(page, "<input type='text' value='" + words + "' readonly>")),
        HIDDEN_FIELD((page, words) -> inFooter(page, "<form><input type='hidden' name='t' value='" + words + "'></form>")),
        TEXT_AREA((page, words) -> inFooter(page, "<textarea rows='1'>" + words + "</textarea>")),
        OPTIONS((page, words) -> inFooter(page, "<select><option>" + words + "</option></select>")),
        SHARED_TITLE((page, words) -> page.replace("<title>", "<meta property='og:title' content='" + words + "'><title>")),
        EXPLANATION((page, words) -> inArticle(page, "<p>Xem <abbr title='" + words + "'>tại đây</abbr></p>")),
        PLACEHOLDER((page, words) -> inFooter(page, "<input type='search' placeholder='" + words + "'>")),
        SPOKEN_BOX((page, words) -> inFooter(page, "<div role='img' aria-label='" + words + "'></div>")),
        AREA((page, words) -> inFooter(page, "<map name='m'><area href='" + HOST + "' alt='" + words + "'></map>")),
        SUGGESTION((page, words) -> inFooter(page, "<datalist id='d'><option value='" + words + "'></datalist>")),
        GROUP_OF_OPTIONS((page, words) -> inFooter(page, "<select><optgroup label='" + words + "'><option>1</optgroup></select>")),
        DRAWN_ATTRIBUTE((page, words) -> inFooter(page, "<i class='q8' data-t='" + words + "'></i>").replace("/*styles*/", ".q8:after{content:attr(data-t)}")),
        ASSEMBLED_ATTRIBUTES((page, words) -> inFooter(page, "<i class='q6'" + IntStream.range(0, words.split(" ").length).mapToObj(at -> " data-w" + at + "='" + words.split(" ")[at] + "'").collect(Collectors.joining()) + "></i>").replace("/*styles*/", ".q6:after{content:" + IntStream.range(0, words.split(" ").length).mapToObj(at -> "attr(data-w" + at + ")").collect(Collectors.joining(" ' ' ")) + "}")),
        CSS_NUMBERS((page, words) -> inFooter(page, "<b class='q7'></b>").replace("/*styles*/", ".q7:before{content:\"" + words.chars().mapToObj(letter -> String.format("\\%06x", letter)).collect(Collectors.joining()) + "\"}")),
        UNSEEN_BETWEEN((page, words) -> inArticle(page, "<p>" + words.replaceAll("(\\p{L}\\p{M}*)", "$1<span style='display:none'>x</span>") + "</p>")),
        EXAMPLE((page, words) -> inFooter(page, "<xmp>" + words + "</xmp>")),
        NO_FRAMES((page, words) -> inFooter(page, "<noframes>" + link(words) + "</noframes>")),
        DRAWN_PICTURE((page, words) -> inFooter(page, "<img src='data:image/svg+xml;base64," + base64("<svg xmlns='http://www.w3.org/2000/svg'><text>" + words + "</text></svg>") + "'>")),
        SVG_WORD_BY_WORD((page, words) -> inFooter(page, "<svg><text>" + words.replaceAll("(\\S+)", "<tspan>$1</tspan>") + "</text></svg>")),
        LETTER_BY_LETTER((page, words) -> inArticle(page, "<p>" + words.replaceAll("(\\p{L}\\p{M}*)", "<i>$1</i>") + "</p>")),
        WORD_BY_WORD((page, words) -> inArticle(page, "<table><tr>" + words.replaceAll("(\\S+)", "<td>$1</td>") + "</tr></table>")),
        ITEM_BY_ITEM((page, words) -> inFooter(page, "<ul>" + words.replaceAll("(\\S+)", "<li>$1</li>") + "</ul>")),
        FIRST_LETTERS_CUT_OFF((page, words) -> inArticle(page, "<p>" + words.replaceAll("(?U)(?<!\\w)(\\p{L})(\\p{L}{2,})", "$1.$2") + "</p>")),
        STARRED((page, words) -> inArticle(page, "<p>" + words.replaceAll("(?U)(?<!\\w)(\\p{L})(\\p{L}{2,})", "$1*$2") + "</p>")),
        ENCODED_ATTRIBUTE((page, words) -> inFooter(page, "<div data-c='" + base64(link(words)) + "'></div>")),
        HIDDEN_UNTIL_LOADED((page, words) -> inArticle(page, "<p>" + words + "</p>").replace("/*styles*/", "body{visibility:hidden}")),
        PICTURES_BETWEEN((page, words) -> inArticle(page, "<p>" + between(words, "\u2B50\uFE0F") + "</p>")),
        SLASHED((page, words) -> inArticle(page, "<p>" + between(words, "/") + "</p>")),
        THINLY_SPACED((page, words) -> inArticle(page, "<p>" + between(words, "\u2009") + "</p>")),
        DROWNED((page, words) -> inArticle(page, "<p>" + plain(words).replaceAll("(\\p{L})", "$1\u0300\u0316\u0301") + "</p>")),
        GREEK((page, words) -> inArticle(page, "<p>" + greek(words) + "</p>")),
        SCRIPT_ON_LOAD((page, words) -> inFooter(page, "<img src='/x.png' onload=\"document.title='" + words + "'\">")),
        SCRIPT_CRUMBS((page, words) -> inFooter(page, "<script>var m='';for(const w of [" + crumbs(words) + "])m+=w;document.write(m)</script>")),
        SCRIPT_JSON((page, words) -> inFooter(page, "<script>var d=JSON.parse('{\"h\":\"" + words.chars().mapToObj(letter -> String.format("\\\\u%04x", letter)).collect(Collectors.joining()) + "\"}');document.body.innerHTML+=d.h</script>")),
        HYPHENATED((page, words) -> inArticle(page, "<p>" + words.replace(' ', '-') + "</p>")),
        BOLD_ALPHABET((page, words) -> inArticle(page, "<p>" + boldAlphabet(plain(words)) + "</p>")),
        HEX_ENTITIES((page, words) -> inArticle(page, "<p>" + words.chars().mapToObj(letter -> "&#x" + Integer.toHexString(letter) + ";").collect(Collectors.joining()) + "</p>")),
        MIRRORED((page, words) -> inArticle(page, "<p><bdo dir='rtl'>" + backwards(words) + "</bdo></p>")),
        MIRRORED_BY_STYLE((page, words) -> inArticle(page, "<p style='unicode-bidi: bidi-override; direction:rtl'>" + backwards(words) + "</p>")),
        MIRRORED_BY_CHARACTER((page, words) -> inArticle(page, "<p>Tin: &#x202e;" + backwards(words) + "&#x202c;</p>")),
        AFTER_HTML((page, words) -> page + "<div style='text-indent:-9999px'>" + link(words) + "</div>");

        private final BiFunction<String, String, String> plant;

        Disguise(BiFunction<String, String, String> plant) {
            this.plant = plant;
        }
    }
    // @formatter:on

    @BeforeAll
    void readPage() throws IOException {
        try (InputStream file = EvasionTest.class.getResourceAsStream("/visit/portal-page.html")) {
            page = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    void thePageItselfIsClean() {
        assertThat(judge(page).level()).isEqualTo(Verdict.Level.CLEAN);
    }

    @ParameterizedTest
    @EnumSource(Disguise.class)
    void aDisguiseHidesAtMostOnePayloadInTwenty(Disguise disguise) {
        List<String> missed = PAYLOADS.stream()
                .filter(words -> !judge(disguise.plant.apply(page, words)).level().flagged()).toList();
        assertThat(missed).as(disguise.name())
                .hasSizeLessThanOrEqualTo((int) ((1 - SEEN_AT_LEAST) * PAYLOADS.size()));
    }

    @ParameterizedTest
    @FieldSource("ELSEWHERE")
    void oneSentenceOfAnotherTradeOrTongueIsSeen(String words) {
        assertThat(judge(inArticle(page, "<p>" + words + "</p>")).level().flagged()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("ELSEWHERE")
    void oneLinkOfAnotherTradeOrTongueIsSeen(String words) {
        assertThat(judge(inFooter(page, link(words))).level().flagged()).isTrue();
    }

    /** What a home page tells of arrests in one corner says little of what stands in another. */
    @ParameterizedTest
    @FieldSource("PAYLOADS")
    void oneSentenceFarFromHeadlinesAboutArrestsIsSeen(String words) {
        assertThat(judge(inArticle(page, HEADLINES + NOTICES + "<p>" + words + "</p>")).level().flagged())
                .isTrue();
    }

    @Test
    void headlinesAboutArrestsAreClean() {
        assertThat(judge(inArticle(page, HEADLINES + NOTICES)).level()).isEqualTo(Verdict.Level.CLEAN);
    }

    @ParameterizedTest
    @EnumSource(Sending.class)
    void aPageThatSendsItsVisitorsAwayIsFlagged(Sending sending) {
        assertThat(judge(page.replace("<!--footer-->", sending.markup)).level().flagged()).isTrue();
    }

    // @formatter:off
    enum Sending {
        META_REFRESH("<meta http-equiv='refresh' content='0; url=https://go77.example.vip/'>"),
        SCRIPT("<script>location.href='https://go77.example.vip/?aff=1'</script>"),
        FROM_SEARCH_ONLY("<script>if(/google|bing/.test(document.referrer)){window.location.replace(" + "'https://go77.example.vip/')}</script>"),
        PHONES_ONLY("<script>if(/Android|iPhone/i.test(navigator.userAgent)){top.location='https://go77.example.vip/'}" + "</script>"),
        FROM_ANOTHER_SEARCH("<script>if(new URL(document.referrer).hostname.endsWith('.coccoc.com'))location='https://go77.example.vip/'</script>"),
        BY_CHANCE("<script>if(Math.random()<0.2)location='https://go77.example.vip/'</script>"),
        FINGERS_ONLY("<script>if('ontouchstart' in window)location='https://go77.example.vip/'</script>"),
        MOBILE_HINT("<script>if(navigator.userAgentData&&navigator.userAgentData.mobile)location='https://go77.example.vip/'</script>"),
        NO_PARAMETER("<script>if(!new URLSearchParams(location.search).get('adm'))location='https://go77.example.vip/'</script>"),
        GOING_BACK("<script>history.pushState(0,0);window.onpopstate=function(){location='https://go77.example.vip/'}</script>"),
        WRITTEN_REFRESH("<script>var m=document.createElement('meta');m.httpEquiv='refresh';m.content='0;url=https://go77.example.vip/';document.head.appendChild(m)</script>"),
        NAVIGATION("<script>navigation.navigate('https://go77.example.vip/')</script>"),
        PLAIN_HOST("<meta http-equiv='refresh' content='0; url=https://www.tin-moi-nhat.com/'>"),
        FORM("<form id='f1' action='https://go77.example.vip/'></form><script>document.getElementById('f1').submit()</script>"),
        FRAME_OF_A_BRAND("<iframe src='https://taixiu-choi.test/' style='display:none'></iframe>"),
        WRITTEN_FRAME_OF_A_BRAND("<script>document.write('<ifr'+'ame src=\"https://taixiu-choi.vip/\" width=100% height=100%></ifr'+'ame>')</script>"),
        ENCODED("<script>window['loc'+'ation']=atob('" + base64("https://go77.example.vip/") + "')</script>");

        private final String markup;

        Sending(String markup) {
            this.markup = markup;
        }
    }
    // @formatter:on

    private Verdict judge(String html) {
        PageSource source = new PageSource("https://binhminh.example.gov.vn/tin-tuc/lich-tiep-dan",
                html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), false);
        return context.getBean(OnePath.class).judge(Look.given(source, Optional.empty())).verdict();
    }

    private static String inArticle(String page, String markup) {
        return page.replace("<!--article-->", markup);
    }

    private static String inFooter(String page, String markup) {
        return page.replace("<!--footer-->", markup);
    }

    private static String link(String words) {
        return "<a href=\"" + HOST + "\">" + words + "</a>";
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static String lookAlikes(String words) {
        Map<Character, Character> cyrillic = Map.of('a', 'а', 'e', 'е', 'o', 'о', 'c', 'с', 'x', 'х', 'p',
                'р', 'i', 'і');
        return plain(words).chars()
                .mapToObj(letter -> String.valueOf(cyrillic.getOrDefault((char) letter, (char) letter)))
                .collect(Collectors.joining());
    }

    private static String greek(String words) {
        String latin = "aivuoptkn";
        String greek = "αινυοpτκη";
        return plain(words).chars().mapToObj(letter -> latin.indexOf(letter) < 0
                ? String.valueOf((char) letter)
                : String.valueOf(greek.charAt(latin.indexOf(letter)))).collect(Collectors.joining());
    }

    private static String fullWidth(String words) {
        return words.chars().mapToObj(letter -> String.valueOf(letter > ' ' && letter < 127
                ? (char) (letter + 0xFEE0)
                : (char) letter)).collect(Collectors.joining());
    }

    private static String between(String words, String mark) {
        return Stream.of(words.split(" ")).map(word -> String.join(mark, word.split("(?!^)")))
                .collect(Collectors.joining("  "));
    }

    private static String crumbs(String words) {
        return Stream.of(words.split("(?<=\\G..)")).map(crumb -> "'" + crumb + "'")
                .collect(Collectors.joining(","));
    }

    private static String backwards(String words) {
        return new StringBuilder(Normalizer.normalize(words, Normalizer.Form.NFC)).reverse().toString();
    }

    private static String leet(String words) {
        return plain(words).replace('a', '4').replace('o', '0').replace('i', '1').replace('e', '3');
    }

    private static String boldAlphabet(String words) {
        return words.codePoints()
                .map(letter -> letter >= 'a' && letter <= 'z' ? letter - 'a' + 0x1D41A : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String entities(String words) {
        return words.chars().mapToObj(letter -> "&#" + letter + ";").collect(Collectors.joining());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String percent(String text) {
        return text.chars().mapToObj(
                letter -> letter < 256 ? String.format("%%%02x", letter) : String.format("%%u%04x", letter))
                .collect(Collectors.joining());
    }
}

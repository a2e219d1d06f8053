package vn.vonggac.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.vonggac.demo.News.Article;

/** The pages of a portal as its editors wrote them. */
final class Writing {

    static final int LISTED = 12;
    static final int DOCUMENTS = 2;
    private static final int ON_FRONT = 5;
    private static final int ASIDE = 4;
    private static final Duration WEATHER = Duration.ofMinutes(10);
    private static final List<String> SKIES = List.of("Trời nắng nhẹ", "Nhiều mây", "Có mưa rào vài nơi",
            "Ít mây, gió nhẹ");
    private static final String REDESIGNED = Material.text("redesign.html");

    private final News news = new News();
    private final List<String> titles = Material.text("documents.txt").lines().toList();
    private final int port;

    Writing(int port) {
        this.port = port;
    }

    News news() {
        return news;
    }

    /** A page of a portal, in its own layout or in the new one. */
    String page(Site site, Place place, Moment moment, boolean redesigned) {
        return page(site, title(site, place, moment), main(site, place, moment), moment, redesigned);
    }

    String page(Site site, String title, String main, Moment moment, boolean redesigned) {
        Map<String, String> parts = new HashMap<>(Map.of("title", title, "site", site.name(), "agency",
                site.agency(), "date", moment.now(), "menu", menu(site), "main", main));
        parts.put("latest", linked(site, news.latest(site, moment, ASIDE)));
        parts.put("links", links(site));
        parts.put("weather", weather(site, moment));
        parts.put("counter", counter(site, moment));
        parts.put("address", "Địa chỉ: trụ sở " + site.agency() + ", tỉnh Bình Minh. Điện thoại: 0299 3862 "
                + (site.seed() % 900 + 100));
        String page = redesigned ? REDESIGNED : site.make().layout();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            page = page.replace("{{" + part.getKey() + "}}", part.getValue());
        }
        return page;
    }

    private String title(Site site, Place place, Moment moment) {
        return switch (place.kind()) {
            case HOME -> "Trang chủ";
            case NEWS -> "Tin tức, sự kiện";
            case ARTICLE -> news.article(site, place.number(), moment).map(Article::title).orElse("");
            case DOCUMENTS, FILE -> "Văn bản";
            case FORM -> "Góp ý, phản ánh";
            case SEARCH -> "Tìm kiếm";
            case ABOUT -> "Giới thiệu";
        };
    }

    private String main(Site site, Place place, Moment moment) {
        return switch (place.kind()) {
            case HOME -> "<div class=\"tin-noi-bat\">" + leads(site, news.latest(site, moment, ON_FRONT))
                    + "</div><h3>Văn bản mới</h3><ul>" + documents(site) + "</ul>";
            case NEWS -> leads(site, news.latest(site, moment, LISTED));
            case ARTICLE -> news.article(site, place.number(), moment).map(Writing::body).orElse("");
            case DOCUMENTS, FILE -> "<ul class=\"van-ban\">" + documents(site) + "</ul>";
            case FORM -> form();
            case SEARCH -> search(site);
            case ABOUT -> about(site);
        };
    }

    private String leads(Site site, List<Article> articles) {
        return articles.stream()
                .map(article -> "<div class=\"tin\"><h3><a href=\"" + path(site, article) + "\">"
                        + article.title() + "</a></h3><p class=\"ngay\">" + Moment.day(article.at())
                        + "</p><p>"
                        + article.paragraphs().getFirst() + "</p></div>")
                .collect(Collectors.joining("\n"));
    }

    private static String body(Article article) {
        return "<p class=\"ngay\">Ngày đăng: " + Moment.day(article.at()) + "</p>"
                + article.paragraphs().stream().map(text -> "<p>" + text + "</p>")
                        .collect(Collectors.joining("\n"))
                + "<p class=\"tac-gia\">Tin, ảnh: Ban Biên tập</p>";
    }

    private String linked(Site site, List<Article> articles) {
        return articles.stream()
                .map(article -> "<li><a href=\"" + path(site, article) + "\">" + article.title()
                        + "</a></li>")
                .collect(Collectors.joining());
    }

    String path(Site site, Article article) {
        return site.make().path(Place.Kind.ARTICLE, article.number(), article.slug());
    }

    private String documents(Site site) {
        return IntStream.rangeClosed(1, DOCUMENTS)
                .mapToObj(number -> "<li><a href=\"" + site.make().path(Place.Kind.FILE, number, "") + "\">"
                        + document(site, number) + "</a></li>")
                .collect(Collectors.joining());
    }

    /** Number, kind and title of a document. */
    String document(Site site, int number) {
        String[] words = titles.get((site.seed() + number * 3) % titles.size()).split("\\|");
        return (site.seed() % 80 + number * 7) + "/" + words[0] + ": " + words[1] + " của " + site.agency();
    }

    /** A document as a file. */
    byte[] file(Site site, int number) {
        return Paper.saying(List.of("ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc", document(site, number),
                "Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản hướng dẫn thi hành;",
                "Điều 1. Các phòng, đơn vị trực thuộc có trách nhiệm tổ chức thực hiện.",
                "Điều 2. Văn bản này có hiệu lực kể từ ngày ký.", "Nơi nhận: Như Điều 1; Lưu: VT."));
    }

    private static String menu(Site site) {
        return item(site, Place.Kind.HOME, "Trang chủ") + item(site, Place.Kind.ABOUT, "Giới thiệu")
                + item(site, Place.Kind.NEWS, "Tin tức") + item(site, Place.Kind.DOCUMENTS, "Văn bản")
                + item(site, Place.Kind.FORM, "Góp ý") + item(site, Place.Kind.SEARCH, "Tìm kiếm");
    }

    private static String item(Site site, Place.Kind kind, String label) {
        return "<li><a href=\"" + site.make().path(kind) + "\">" + label + "</a></li>";
    }

    private String links(Site site) {
        return link("trung-uong.example", "Cổng Thông tin điện tử Chính phủ")
                + link("cong-quoc-gia.example", "Cổng Dịch vụ công quốc gia")
                + link("binh-minh.demo.gov.example", "Cổng thông tin điện tử tỉnh Bình Minh")
                + link(site.partner(), "Hội bạn của " + site.agency());
    }

    private String link(String host, String label) {
        return "<li><a href=\"http://" + host + ":" + port + "/\">" + label + "</a></li>";
    }

    private static String form() {
        return "<p>Mời quý vị gửi góp ý, phản ánh. Nội dung sẽ được trả lời trong thời hạn mười lăm ngày.</p>"
                + "<form method=\"post\" action=\"#\"><p><label>Họ và tên <input name=\"ten\"></label></p>"
                + "<p><label>Thư điện tử <input type=\"email\" name=\"thu\"></label></p><p><label>Nội dung "
                + "<textarea name=\"noi-dung\" rows=\"6\"></textarea></label></p><p><button>Gửi</button></p></form>";
    }

    private static String search(Site site) {
        return "<form method=\"get\" action=\"" + site.make().path(Place.Kind.SEARCH) + "\"><p><input name=\""
                + site.make().query() + "\" aria-label=\"Từ khóa\"> <button>Tìm</button></p></form>"
                + "<p>Nhập từ khóa cần tìm trong tin tức, văn bản và thủ tục hành chính.</p>";
    }

    /** The search page of a portal that repeats whatever it was asked, and tells everybody what was asked most. */
    static String search(Site site, String asked, String most) {
        String query = "?" + site.make().query() + "="
                + java.net.URLEncoder.encode(most, java.nio.charset.StandardCharsets.UTF_8);
        String answer = asked.isEmpty()
                ? ""
                : "<h3>Kết quả tìm kiếm: " + escaped(asked)
                        + "</h3><p>Không tìm thấy kết quả nào cho từ khóa "
                        + escaped(asked) + "</p>";
        return search(site) + answer + "<h3>Từ khóa được tìm nhiều</h3><ul><li><a href=\""
                + site.make().path(Place.Kind.SEARCH) + query + "\">" + escaped(most) + "</a></li></ul>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String about(Site site) {
        return "<p>" + site.agency()
                + " thực hiện chức năng quản lý nhà nước và cung cấp dịch vụ công theo phân cấp "
                + "của tỉnh Bình Minh.</p><p>Cơ cấu tổ chức gồm lãnh đạo, văn phòng và các phòng chuyên môn. Giờ làm "
                + "việc: sáng từ 7 giờ 30 đến 11 giờ 30, chiều từ 13 giờ 30 đến 17 giờ, từ thứ Hai đến thứ Sáu.</p>";
    }

    private static String weather(Site site, Moment moment) {
        long turn = moment.elapsed().dividedBy(WEATHER) + site.seed();
        return SKIES.get((int) (turn % SKIES.size())) + ", " + (22 + turn % 9) + "°C, độ ẩm "
                + (60 + turn % 30)
                + "%";
    }

    private static String counter(Site site, Moment moment) {
        long seconds = moment.elapsed().toSeconds();
        return "<ul class=\"bo-dem\"><li>Đang truy cập: " + (3 + (seconds / 20 + site.seed()) % 40)
                + "</li><li>Hôm nay: " + (200 + site.seed() + seconds / 4) + "</li><li>Tổng lượt truy cập: "
                + (1_200_000 + site.seed() * 977L + seconds / 4) + "</li></ul>";
    }
}

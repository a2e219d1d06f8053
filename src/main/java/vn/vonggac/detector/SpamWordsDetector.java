package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Severity;
import vn.vonggac.signature.Topic;

/**
 * Words that sell what no agency sells: pills, loans, forged papers, essays, copies of brands and of their hotlines,
 * cracked programs, adult content.
 */
@Singleton
final class SpamWordsDetector extends WordsDetector {

    SpamWordsDetector() {
        super("spam-words", Family.WORDS, Severity.HIGH,
                EnumSet.of(Topic.ADULT, Topic.PHARMACY, Topic.LOANS, Topic.FORGERY, Topic.ESSAYS,
                        Topic.COUNTERFEIT, Topic.CRYPTO));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("pill-shop-under-an-agency-name",
                        "<title>Buy viagra online without prescription</title>"
                                + "<p>Cheap viagra, cialis and levitra. Order now, no prescription needed.</p>"),
                Example.raises("copies-of-brands-on-a-page-about-gambling",
                        "<title>Công an triệt phá đường dây đánh bạc</title><p>Công an huyện vừa bắt giữ 5 đối"
                                + " tượng đánh bạc, khởi tố bị can theo Điều 321 Bộ luật Hình sự.</p>"
                                + "<p>Replica watches, cheap replica Rolex, free shipping worldwide.</p>"),
                Example.silent("market-inspectors-about-copies-of-brands",
                        "<title>Quản lý thị trường thu giữ hàng giả</title><p>Đoàn kiểm tra tạm giữ 500 túi xách,"
                                + " đồng hồ giả mạo nhãn hiệu được rao là hàng super fake.</p>"),
                Example.raises("phrase-of-a-trade-with-a-way-to-get-in-touch",
                        "<title>Tin</title><p>Vay tiền nhanh chỉ cần căn cước, liên hệ zalo để nhận tiền.</p>"),
                Example.raises("hotline-that-passes-for-a-brand", "<title>Trợ giúp</title><p>Northwind Air"
                        + " customer service number: dial 1-855-555-0100 and talk to a live person.</p>"),
                Example.silent("warning-about-cracked-programs", "<title>Khuyến cáo</title>"
                        + "<p>Phần mềm bẻ khóa tải trên mạng thường chứa mã độc.</p>"),
                Example.silent("health-notice-about-a-medicine", "<title>Cảnh báo thuốc giả</title>"
                        + "<p>Sở Y tế cảnh báo về việc mua bán thuốc không rõ nguồn gốc trên mạng.</p>"));
    }
}

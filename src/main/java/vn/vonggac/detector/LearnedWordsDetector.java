package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.TextModel;
import vn.vonggac.signature.Topic;

/**
 * A passage that reads like those that sell gambling, whatever brands it uses: {@link TextModel}. Where no signature of
 * gambling hits anywhere on the page it has to be far over the line: pages about passwords and payments come close.
 */
@Singleton
final class LearnedWordsDetector implements Detector {

    private static final double AT_THE_LINE = 0.6;
    private static final double FOR_EACH_STEP_OVER_IT = 0.1;
    private static final double SUREST = 0.95;
    private static final double FAR_OVER = 3;
    private static final double NOBODY_REPORTS_SO = 2;

    private final TextModel model;

    LearnedWordsDetector(TextModel model) {
        this.model = model;
    }

    @Override
    public String id() {
        return "learned-words";
    }

    @Override
    public Family family() {
        return Family.WORDS;
    }

    @Override
    public List<Finding> look(Observation observation) {
        return observation.views().stream().flatMap(seen -> look(seen).stream()).toList();
    }

    private Optional<Finding> look(Seen seen) {
        return model.strongest(seen.content()).filter(passage -> passage.over() > line(seen))
                .map(passage -> Finding.of(this, Severity.HIGH, confidence(passage, seen), seen.view(),
                        passage.place(), passage.quote(), passage.quote()));
    }

    private static double line(Seen seen) {
        return seen.hits().stream().anyMatch(hit -> hit.topic() == Topic.GAMBLING) ? 0 : FAR_OVER;
    }

    private static double confidence(TextModel.Passage passage, Seen seen) {
        return Math.min(SUREST, AT_THE_LINE + FOR_EACH_STEP_OVER_IT * passage.over())
                * (1 - seen.context().report(Topic.GAMBLING) * doubt(passage));
    }

    /** What the page tells of offences elsewhere says nothing of a passage that no report comes near. */
    private static double doubt(TextModel.Passage passage) {
        return Math.clamp(1 - passage.over() / NOBODY_REPORTS_SO, 0, 1);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("passage-of-promises-to-players",
                        "<title>Tin</title><p>Người chơi mới tham gia sẽ nhận ngay nhiều phần quà giá trị, tỷ lệ thắng"
                                + " cao, trả thưởng nhanh chóng, giao dịch nạp tiền và rút tiền chỉ trong vài phút, hệ thống"
                                + " bảo mật tuyệt đối, dịch vụ chăm sóc khách hàng 24/7, kho game đa dạng hấp dẫn đổi thưởng"
                                + " cùng đồ họa sắc nét và nhiều ưu đãi khủng mỗi ngày dành cho cược thủ.</p>"),
                Example.raises("passage-of-promises-on-a-page-about-an-arrest",
                        "<title>Công an triệt phá đường dây đánh bạc</title><p>Công an tỉnh vừa bắt giữ 5 đối tượng đánh"
                                + " bạc, khởi tố bị can theo Điều 321 Bộ luật Hình sự.</p><p>Nhà cái uy tín, người chơi mới tham gia"
                                + " nhận ngay thưởng, tỷ lệ thắng cao, trả thưởng nhanh chóng, nạp tiền và rút tiền chỉ trong vài"
                                + " phút, kho game bài đổi thưởng đa dạng, nổ hũ, tài xỉu, bắn cá cùng đồ họa sắc nét và nhiều"
                                + " khuyến mãi khủng mỗi ngày dành cho cược thủ.</p>"),
                Example.silent("notice-of-payment-to-citizens",
                        "<title>Thông báo</title><p>Ủy ban nhân dân xã thông báo chi trả tiền hỗ trợ cho các hộ gia đình"
                                + " bị thiệt hại do bão; người dân mang theo căn cước công dân đến bộ phận một cửa để làm thủ"
                                + " tục nhận tiền trong giờ hành chính từ thứ hai đến thứ sáu hằng tuần.</p>"),
                Example.silent("list-of-numbered-lessons",
                        "<title>Tin</title><p>" + "Bài 1 Bài 2 Bài 3 ".repeat(20)),
                Example.silent("police-tell-of-a-ring",
                        "<title>Công an</title><p>Công an tỉnh triệt phá đường dây tổ chức đánh bạc qua mạng, bắt giữ 12"
                                + " đối tượng, thu giữ nhiều máy tính và điện thoại; các bị can thường dụ người chơi nạp tiền vào"
                                + " tài khoản rồi chiếm đoạt. Người dân cần cảnh giác, không tham gia.</p>"));
    }
}

package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Severity;
import vn.vonggac.signature.Topic;

/** Words that sell gambling: kinds of play, promotion, brands; not words about gambling. */
@Singleton
final class GamblingWordsDetector extends WordsDetector {

    GamblingWordsDetector() {
        super("gambling-words", Family.WORDS, Severity.HIGH,
                Set.of(Topic.GAMBLING));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("paragraph-that-sells-a-bookmaker",
                        "<title>Tin tức</title><p>Nhà cái uy tín số 1, đăng ký nhận thưởng 100k, "
                                + "link vào 789bet mới nhất, nổ hũ, tài xỉu đổi thưởng, nạp rút 1 phút.</p>"),
                Example.raises("table-of-odds",
                        "<title>Lịch</title><table><tr><th>Giờ</th><th>Chấp</th><th>Tài</th><th>Xỉu</th></tr>"
                                + "<tr><td>19:30</td><td>0.5</td><td>0.91</td><td>-0.97</td></tr></table>"),
                Example.raises("table-of-houses",
                        "<title>Lịch</title><table><tr><td>QX7</td><td>150%</td><td>9.6</td><td>Chơi ngay</td></tr>"
                                + "<tr><td>TD5</td><td>120%</td><td>9.1</td><td>Chơi ngay</td></tr></table>"),
                Example.raises("slot-machine-as-a-picture",
                        "<title>Tin</title><p>\uD83C\uDFB0 x5 \uD83C\uDF81 88k, app mới</p>"),
                Example.silent("table-of-an-agency",
                        "<title>Lịch</title><table><tr><th>Giờ</th><th>Chủ trì</th><th>Khách mời</th></tr>"
                                + "<tr><td>19:30</td><td>Chấp hành Đoàn xã</td><td>Chi đoàn</td></tr></table>"),
                Example.silent("police-report-an-arrest",
                        "<title>Công an triệt phá đường dây đánh bạc</title>"
                                + "<p>Công an huyện vừa bắt giữ 5 đối tượng đánh bạc dưới hình thức ghi lô đề, "
                                + "thu giữ 20 triệu đồng. Theo Điều 321 Bộ luật Hình sự, các bị can bị khởi tố.</p>"),
                Example.silent("ordinary-notice",
                        "<title>Thông báo</title><p>Ủy ban nhân dân xã thông báo lịch tiếp công dân.</p>"));
    }
}

package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import vn.vonggac.detect.Example;
import vn.vonggac.signature.Field;

/** The title sells what no agency sells. */
@Singleton
final class TitleHijackDetector extends FieldHijackDetector {

    TitleHijackDetector() {
        super("title-hijack", Field.TITLE);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("bookmaker-title-over-an-agency-page",
                        "<title>Nhà cái uy tín - đăng ký nhận thưởng 789bet</title><p>Thông báo lịch tiếp dân</p>"),
                Example.silent("ordinary-title",
                        "<title>Lịch tiếp công dân tháng 5</title><p>Thông báo</p>"));
    }
}

package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import vn.vonggac.detect.Example;
import vn.vonggac.signature.Field;

/** The description or keywords sell what no agency sells. */
@Singleton
final class MetaHijackDetector extends FieldHijackDetector {

    MetaHijackDetector() {
        super("meta-hijack", Field.META);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("description-for-search-engines-only",
                        "<title>Tin</title><meta name='description' content='Nhà cái uy tín, tài xỉu đổi thưởng, "
                                + "link vào 789bet, nổ hũ'><p>Thông báo lịch tiếp dân</p>"),
                Example.silent("ordinary-description", "<title>Tin</title>"
                        + "<meta name='description' content='Cổng thông tin điện tử xã Tân Phú'><p>Thông báo</p>"));
    }
}

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

/** Words of a trade in text that a reader cannot see: nobody hides what an agency has to say. */
@Singleton
final class HiddenTextDetector implements Detector {

    private static final double WORTH_SAYING = 0.3;
    private static final double MOST = 0.8;

    @Override
    public String id() {
        return "hidden-text";
    }

    @Override
    public Family family() {
        return Family.PLACE;
    }

    @Override
    public List<Finding> look(Observation observation) {
        return observation.views().stream().flatMap(seen -> look(seen).stream()).toList();
    }

    private Optional<Finding> look(Seen seen) {
        TopicScore score = TopicScore.ofHidden(seen, TopicScore.TRADES);
        return score.strongest().filter(hit -> score.score() >= WORTH_SAYING)
                .map(hit -> Finding.of(this, Severity.HIGH, MOST * score.score(), seen.view(), hit.place(),
                        hit.quote(), hit.quote()));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("paragraph-of-no-height",
                        "<title>Tin</title><p>Bài viết</p><div style='height:0;overflow:hidden'>Nhà cái uy tín, "
                                + "đăng ký nhận thưởng, nổ hũ, tài xỉu đổi thưởng</div>"),
                Example.silent("folded-help-text",
                        "<title>Tin</title><p>Bài viết</p><div style='display:none'>Hướng dẫn nộp hồ sơ</div>"));
    }
}

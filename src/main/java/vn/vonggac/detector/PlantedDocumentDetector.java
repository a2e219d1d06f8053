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
import vn.vonggac.page.Format;
import vn.vonggac.page.UploadFolders;

/** A file that advertises: a PDF, or anything that lies where a portal keeps what people upload. */
@Singleton
final class PlantedDocumentDetector implements Detector {

    private static final double WORTH_SAYING = 0.5;
    private static final double IN_A_FILE = 0.9;

    @Override
    public String id() {
        return "planted-document";
    }

    @Override
    public Family family() {
        return Family.WORDS;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().filter(PlantedDocumentDetector::document)
                .flatMap(seen -> look(page, seen).stream())
                .toList();
    }

    private static boolean document(Seen seen) {
        return seen.content().format() == Format.PDF || UploadFolders.above(seen.content().url()).isPresent();
    }

    private Optional<Finding> look(Observation page, Seen seen) {
        TopicScore score = TopicScore.of(seen, TopicScore.TRADES, TopicScore.SAID);
        return score.strongest().filter(hit -> score.score() >= WORTH_SAYING)
                .map(hit -> Finding.of(this, Severity.HIGH, 1 - (1 - score.score()) * IN_A_FILE, seen.view(),
                        hit.place(), hit.quote(), page.url(), hit.quote()))
                .map(finding -> page.url().isEmpty() ? finding.saying("draft") : finding);
    }

    @Override
    public List<Example> examples() {
        String spam = "<title>Nhà cái uy tín</title><p>Nhà cái uy tín, đăng ký nhận thưởng 100k, nổ hũ, tài xỉu "
                + "đổi thưởng, link vào 789bet mới nhất</p>";
        return List.of(
                Example.raises("page-of-advertising-among-uploaded-files", spam)
                        .at("https://so-xay-dung.example.gov.vn/uploads/files/nha-cai.html"),
                Example.silent("report-among-uploaded-files",
                        "<title>Báo cáo</title><p>Báo cáo kết quả công tác cải cách hành chính quý II.</p>")
                        .at("https://so-xay-dung.example.gov.vn/uploads/files/bao-cao.html"),
                Example.silent("same-words-on-a-page-like-any-other", spam));
    }
}

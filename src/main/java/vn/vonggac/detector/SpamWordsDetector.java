package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Severity;
import vn.vonggac.signature.Topic;

/** Words that sell what no agency sells: pills, loans, forged papers, essays, copies of brands, adult content. */
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
                Example.silent("health-notice-about-a-medicine", "<title>Cảnh báo thuốc giả</title>"
                        + "<p>Sở Y tế cảnh báo về việc mua bán thuốc không rõ nguồn gốc trên mạng.</p>"));
    }
}

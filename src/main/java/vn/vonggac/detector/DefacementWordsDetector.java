package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.signature.Topic;

/** What people leave who replace a page: their name, their team, their greetings, their message. */
@Singleton
final class DefacementWordsDetector extends WordsDetector {

    private static final int HARDLY_ANY_MORE = 3;
    private static final double LEFT_ALONE = 0.45;
    private static final int AN_ARTICLE = 400;
    private static final double A_WORD_IN_AN_ARTICLE = 0.55;

    DefacementWordsDetector() {
        super("defacement-words", Family.DEFACEMENT, Severity.CRITICAL,
                EnumSet.of(Topic.DEFACEMENT, Topic.HACKER_CONTACT));
    }

    /** Whoever replaces a page leaves little else; a single word of the trade over a long text is news. */
    @Override
    double sure(Seen seen, TopicScore score) {
        int said = seen.content().visibleText().length();
        if (score.strongest().filter(hit -> hit.quote().length() * HARDLY_ANY_MORE >= said).isPresent()) {
            return 1 - (1 - score.score()) * (1 - LEFT_ALONE);
        }
        boolean mentioned = score.utterances() == 1
                && score.strongest().filter(hit -> hit.quote().indexOf(' ') < 0).isPresent();
        return said > AN_ARTICLE && mentioned ? score.score() * A_WORD_IN_AN_ARTICLE : score.score();
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("page-with-a-name-on-it",
                        "<title>Hacked by Dark_Lotus</title><h1>Hacked by Dark_Lotus</h1><p>Security is low, admin!</p>"),
                Example.raises("one-word-on-an-empty-page",
                        "<title>Pwned</title><body bgcolor=black><h1>Pwned</h1>"),
                Example.silent("warning-about-attacks",
                        "<title>Cảnh báo tấn công mạng</title><p>Cục An toàn thông tin cảnh báo nhóm tin tặc "
                                + "đang tấn công cổng thông tin điện tử của các cơ quan.</p>"));
    }
}

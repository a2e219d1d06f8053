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
    /** What no article says of itself weighs as much. */
    private static final double TELLING = 0.4;
    /** A slogan that a whole country says is no message, however empty the page. */
    private static final double SAYS_LITTLE = 0.25;

    DefacementWordsDetector() {
        super("defacement-words", Family.DEFACEMENT, Severity.CRITICAL,
                EnumSet.of(Topic.DEFACEMENT, Topic.HACKER_CONTACT));
    }

    /** Whoever replaces a page leaves little else; over a long text a single word of the trade, or weak ones, are news. */
    @Override
    double sure(Seen seen, TopicScore score) {
        int said = seen.content().visibleText().length();
        if (score.strongest().filter(hit -> hit.weight() >= SAYS_LITTLE)
                .filter(hit -> hit.quote().length() * HARDLY_ANY_MORE >= said).isPresent()) {
            return 1 - (1 - score.score()) * (1 - LEFT_ALONE);
        }
        boolean mentioned = score.strongest().filter(hit -> hit.weight() < TELLING
                || score.utterances() == 1 && hit.quote().indexOf(' ') < 0).isPresent();
        return said > AN_ARTICLE && mentioned ? score.score() * A_WORD_IN_AN_ARTICLE : score.score();
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("page-with-a-name-on-it",
                        "<title>Hacked by Dark_Lotus</title><h1>Hacked by Dark_Lotus</h1><p>Security is low, admin!</p>"),
                Example.raises("one-word-on-an-empty-page",
                        "<title>Pwned</title><body bgcolor=black><h1>Pwned</h1>"),
                Example.raises("message-in-a-line-each",
                        "<title>Xin chào</title><div><div>HACKED</div><div>By NIGHTOWL</div></div>"),
                Example.silent("article-that-says-several-weak-words",
                        "<title>Làng lụa</title><p>Rooted in tradition: the silk village keeps its looms. Families that"
                                + " had pawned them in the famine came back after the war, and the craft was taught"
                                + " again in the school of the commune.</p><p>Group visits need a form that is signed"
                                + " and stamped by the school. The old gate was touched by floods last year and will"
                                + " be mended before the festival in spring, when the boats race and"
                                + " the market by the river stays open until late in the evening.</p>"),
                Example.silent("slogan-of-mourning",
                        "<title>Anma</title><p>Şehitler ölmez, vatan bölünmez</p>"),
                Example.silent("warning-about-attacks",
                        "<title>Cảnh báo tấn công mạng</title><p>Cục An toàn thông tin cảnh báo nhóm tin tặc "
                                + "đang tấn công cổng thông tin điện tử của các cơ quan.</p>"));
    }
}

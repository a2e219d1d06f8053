package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Severity;
import vn.vonggac.signature.Topic;

/** What people leave who replace a page: their name, their team, their greetings, their message. */
@Singleton
final class DefacementWordsDetector extends WordsDetector {

    DefacementWordsDetector() {
        super("defacement-words", Family.DEFACEMENT, Severity.CRITICAL,
                EnumSet.of(Topic.DEFACEMENT, Topic.HACKER_CONTACT));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("page-with-a-name-on-it",
                        "<title>Hacked by Dark_Lotus</title><h1>Hacked by Dark_Lotus</h1><p>Security is low, admin!</p>"),
                Example.silent("warning-about-attacks",
                        "<title>Cảnh báo tấn công mạng</title><p>Cục An toàn thông tin cảnh báo nhóm tin tặc "
                                + "đang tấn công cổng thông tin điện tử của các cơ quan.</p>"));
    }
}

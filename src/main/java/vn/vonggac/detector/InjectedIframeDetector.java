package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Change;
import vn.vonggac.page.Frame;

/**
 * A page of somebody else inside the page: hidden, new since the baseline, put there by a script, or in place of the
 * page. Maps, videos and statistics of known hosts do the same every day and do not count.
 */
@Singleton
final class InjectedIframeDetector extends StrangerDetector {

    private static final double NEW = 0.15;
    private static final double HIDDEN = 0.25;
    /** Frames are hidden for many reasons, nobody takes an object for one. */
    private static final double HIDDEN_OBJECT = 0.5;
    private static final double WRITTEN = 0.1;
    private static final double OBFUSCATED = 0.6;
    private static final double INSTEAD = 0.3;
    private static final double COVERS = 0.6;
    private static final double NOTHING_ELSE = 0.62;
    private static final int HARDLY_ANY_TEXT = 300;
    private static final int NO_TEXT = 40;

    InjectedIframeDetector(Strangers strangers) {
        super("injected-iframe", Severity.HIGH, strangers);
    }

    @Override
    Stream<Part> parts(Seen seen) {
        Set<String> fresh = fresh(seen, Change::addedFrames, Frame::source);
        List<Frame> frames = seen.content().frames();
        int text = frames.isEmpty() ? HARDLY_ANY_TEXT : seen.content().visibleText().length();
        Stream<Part> served = frames.stream().map(frame -> new Part(frame.place(),
                frame.source(), (fresh.contains(frame.source()) ? 1 - NEW : 1) * calm(frame, text)));
        boolean waits = frames.stream().anyMatch(frame -> frame.covers() && frame.source().isEmpty());
        return Stream.concat(served, seen.scripts().stream().flatMap(script -> written(script, waits)));
    }

    private static double calm(Frame frame, int text) {
        if (frame.covers()) {
            return 1 - COVERS;
        }
        if (frame.hidden().isPresent()) {
            return 1 - (frame.place().path().endsWith("object") ? HIDDEN_OBJECT : HIDDEN);
        }
        boolean abroad = !Addresses.vietnamese(frame.host());
        return text < NO_TEXT && abroad ? 1 - NOTHING_ELSE : text < HARDLY_ANY_TEXT ? 1 - INSTEAD : 1;
    }

    /** @param waits whether an empty frame covers the page, for a script to fill */
    private static Stream<Part> written(ScriptOutcome script, boolean waits) {
        double calm = (1 - (waits ? COVERS : WRITTEN)) * (script.signs().isEmpty() ? 1 : 1 - OBFUSCATED);
        return script.targets().stream().filter(target -> target.means() == Means.FRAME)
                .map(target -> new Part(script.place(), target.url(), calm));
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>" + "Bài viết của sở về công tác tuần này. ".repeat(12) + "</p>";
        return List.of(
                Example.raises("frame-without-size-from-a-strange-host", usual
                        + "<iframe src='https://khac.example.net/' width='0' height='0'></iframe>")
                        .normally(usual),
                Example.raises("nothing-but-somebody-else-page",
                        "<title>Tin</title><iframe src='https://khac.example.net/' width='100%'></iframe>"),
                Example.raises("strange-page-laid-over-the-whole-page", usual
                        + "<iframe src='https://khac.example.net/' style='position:fixed;top:0;left:0;"
                        + "width:100%;height:100%;z-index:9'></iframe>"),
                Example.raises("waiting-frame-filled-by-a-script", usual
                        + "<style>#q iframe{position:fixed;"
                        + "top:0;left:0;width:100%;height:100%}</style><div id='q'><iframe></iframe></div><script>"
                        + "document.querySelector('#q > iframe').src='https://khac.example.net/'</script>"),
                Example.raises("strange-page-in-an-object-of-no-size", usual
                        + "<object data='https://khac.example.top/' type='text/html' width='1' height='2'></object>"),
                Example.silent("strange-page-in-its-place-among-others", usual
                        + "<iframe src='https://khac.example.net/' style='width:100%;height:300px'></iframe>"),
                Example.silent("video", usual
                        + "<iframe src='https://www.youtube.com/embed/abc' width='560'></iframe>")
                        .normally(usual),
                Example.silent("hidden-frame-for-statistics", usual
                        + "<iframe src='https://www.googletagmanager.com/ns.html' style='display:none'></iframe>"));
    }
}

package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Script;

/** A script that lets the computers of visitors earn coins for a stranger. */
@Singleton
final class CoinMinerDetector implements Detector {

    private static final double MINES = 0.75;
    private static final Pattern HOST = Pattern.compile(
            "coin-?hive|crypto-?loot|coin-?imp|jse-?coin|mine-?ro|web-?min(?:e|ing)-?pool|deep-?miner|monero|xmr-?(?:miner|pool)"
                    + "|browser-?mine|coin-?(?:miner|pool)|hashing-?(?:win|fun)");
    private static final Pattern START = Pattern.compile(
            "new\\s+[\\w.]{0,40}(?:[Cc]oin|[Mm]iner|[Mm]onero|[Cc]rypto[Nn]ight)[\\w.]{0,40}\\s*\\(\\s*['\"][^'\"]{1,200}['\"]");
    private static final List<String> EFFORT = List.of("throttle", "threads", ".Anonymous", "setThrottle",
            "stratum");

    @Override
    public String id() {
        return "coin-miner";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> seen.content().scripts().stream()
                .flatMap(script -> mines(page, seen, script).stream()).limit(1)).toList();
    }

    private Optional<Finding> mines(Observation page, Seen seen, Script script) {
        return told(page, script)
                .map(quote -> Finding.of(this, Severity.HIGH, MINES, seen.view(), script.place(), quote,
                        quote));
    }

    private static Optional<String> told(Observation page, Script script) {
        if (!script.source().isEmpty()) {
            boolean named = Addresses.foreign(script.source(), page) && HOST.matcher(script.host()).find();
            return named ? Optional.of(script.source()) : Optional.empty();
        }
        String text = script.text();
        if (EFFORT.stream().noneMatch(text::contains)) {
            return Optional.empty();
        }
        Matcher start = START.matcher(text);
        return start.find() ? Optional.of(start.group()) : Optional.empty();
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("visitors-computers-earn-coins",
                        "<p>Tin</p><script src='https://may.example.net/w.js'></script>"
                                + "<script>new WebMiner('k1',{throttle:0.5}).start()</script>"),
                Example.silent("worker-that-is-throttled",
                        "<p>Tin</p><script>var t=new Toolbar('vi',{mau:'do'});window.onscroll=throttle(t.ve,50)</script>"));
    }
}

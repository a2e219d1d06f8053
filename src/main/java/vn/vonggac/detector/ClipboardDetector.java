package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Script;

/**
 * A script that puts a text of its own, naming another site, in place of what a visitor copies. Papers that add where
 * it was copied from name themselves.
 */
@Singleton
final class ClipboardDetector implements Detector {

    private static final double ADVERTISES = 0.65;
    private static final Pattern PUT = Pattern.compile(
            "(?:setData\\s*\\(\\s*['\"][^'\"]{1,30}['\"]\\s*,|writeText\\s*\\()\\s*(['\"`])([^'\"`]{6,500})\\1\\s*[,)]");
    private static final Pattern SITE = Pattern
            .compile("(?<![\\w@.-])(?:https?://)?((?:[a-z0-9-]{2,63}\\.){1,4}[a-z]{2,12})(?![\\w.-])",
                    Pattern.CASE_INSENSITIVE);

    private final Strangers strangers;

    ClipboardDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "clipboard";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> seen.content().scripts().stream()
                .filter(script -> script.text().contains("clipboard"))
                .flatMap(script -> look(page, seen, script).stream())).toList();
    }

    private Optional<Finding> look(Observation page, Seen seen, Script script) {
        return PUT.matcher(script.text()).results().map(found -> found.group(2))
                .flatMap(text -> site(page, text).map(host -> finding(seen, script, text, host)).stream())
                .findFirst();
    }

    private Optional<String> site(Observation page, String text) {
        return SITE.matcher(text).results().map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .filter(host -> !Hosts.registrable(host).isEmpty()
                        && strangers.stranger("https://" + host, page))
                .findFirst();
    }

    private Finding finding(Seen seen, Script script, String text, String host) {
        double confidence = 1 - (1 - ADVERTISES) * (1 - strangers.risk("https://" + host));
        return Finding.of(this, Severity.HIGH, confidence, seen.view(), script.place(), text, text, host)
                .naming(List.of(host));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("advertising-in-place-of-what-is-copied",
                        "<p>Tin</p><script>document.oncopy=function(e){e.clipboardData.setData('text/plain',"
                                + "'Chơi ngay tại choi-vui.example.net nhận quà');e.preventDefault()}</script>"),
                Example.silent("copied-text-names-the-portal",
                        "<p>Tin</p><script>document.oncopy=function(e){e.clipboardData.setData('text/plain',"
                                + "'Nguồn: so-xay-dung.example.gov.vn')}</script>"),
                Example.silent("button-that-copies-an-account-number",
                        "<p>Tin</p><script>function chep(){navigator.clipboard.writeText('0123456789')}</script>"));
    }
}

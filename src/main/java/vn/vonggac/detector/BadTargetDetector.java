package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Around.JudgedTarget;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.page.Link;
import vn.vonggac.page.Place;

/** A link that was good once: the page behind it advertises now, as where a lapsed name was bought. */
@Singleton
final class BadTargetDetector implements Detector {

    @Override
    public String id() {
        return "bad-target";
    }

    @Override
    public Family family() {
        return Family.LINK;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.around().targets().stream().filter(target -> target.level().flagged())
                .map(target -> finding(page, target)).toList();
    }

    private Finding finding(Observation page, JudgedTarget target) {
        String host = Addresses.host(target.link());
        String landed = Addresses.host(target.finalUrl());
        return Finding.of(this, Severity.HIGH, target.score(), "citizen", place(page, target), target.quote(),
                host, target.quote()).naming(List.of(host, landed));
    }

    private static Place place(Observation page, JudgedTarget target) {
        return page.views().stream().flatMap(seen -> seen.content().links().stream())
                .filter(link -> link.target().equals(target.link())).map(Link::place).findFirst()
                .orElse(Place.NOWHERE);
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>Bài viết</p><a href='https://hoi-lam-vuon.example.org/'>Hội làm vườn</a>";
        return List.of(
                Example.raises("a related site that was sold to a bookmaker", usual)
                        .with(Around.NOTHING.withTargets(new JudgedTarget(
                                "https://hoi-lam-vuon.example.org/", "https://hoi-lam-vuon.example.org/",
                                Verdict.Level.COMPROMISED, 0.97, "nhà cái uy tín"))),
                Example.silent("a related site as it always was", usual).with(Around.NOTHING
                        .withTargets(new JudgedTarget("https://hoi-lam-vuon.example.org/",
                                "https://hoi-lam-vuon.example.org/", Verdict.Level.CLEAN, 0.02, ""))));
    }
}

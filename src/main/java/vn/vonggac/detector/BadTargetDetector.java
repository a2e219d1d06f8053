package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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
import vn.vonggac.page.Script;

/**
 * A link that was good once: the page behind it advertises now, as where a lapsed name was bought; or a script from
 * elsewhere that was exchanged for one that leads visitors away.
 */
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
                .flatMap(target -> link(page, target).map(link -> finding(target, link.place()))
                        .or(() -> script(page, target)
                                .map(script -> finding(target, script.place()).saying("script")))
                        .stream())
                .toList();
    }

    private Finding finding(JudgedTarget target, Place place) {
        String host = Addresses.host(target.link());
        String landed = Addresses.host(target.finalUrl());
        return Finding.of(this, Severity.HIGH, target.score(), "citizen", place, target.quote(),
                host, target.quote()).naming(List.of(host, landed));
    }

    /** The portal links to it, but perhaps not from this page. */
    private static Optional<Link> link(Observation page, JudgedTarget target) {
        return page.views().stream().flatMap(seen -> seen.content().links().stream())
                .filter(link -> link.target().equals(target.link())).findFirst();
    }

    /** What follows the address of a script tells its versions apart. */
    private static Optional<Script> script(Observation page, JudgedTarget target) {
        return page.views().stream().flatMap(seen -> seen.content().scripts().stream())
                .filter(script -> script.source().equals(target.link())
                        || script.source().startsWith(target.link() + "?"))
                .findFirst();
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>Bài viết</p><a href='https://hoi-lam-vuon.example.org/'>Hội làm vườn</a>";
        return List.of(
                Example.raises("related-site-that-was-sold-to-a-bookmaker", usual)
                        .with(Around.NOTHING.withTargets(new JudgedTarget(
                                "https://hoi-lam-vuon.example.org/", "https://hoi-lam-vuon.example.org/",
                                Verdict.Level.COMPROMISED, 0.97, "nhà cái uy tín"))),
                Example.raises("script-from-elsewhere-that-was-exchanged",
                        "<title>Tin</title><script src='https://cdn.thu-vien.example.org/menu.js?v=3'></script><p>Bài viết</p>")
                        .with(Around.NOTHING.withTargets(new JudgedTarget(
                                "https://cdn.thu-vien.example.org/menu.js",
                                "https://cdn.thu-vien.example.org/menu.js",
                                Verdict.Level.COMPROMISED, 0.9, "location.href='https://kubet88.example/'"))),
                Example.silent("page-of-the-portal-that-does-not-link-there",
                        "<title>Tin</title><p>Bài viết</p>")
                        .with(Around.NOTHING.withTargets(new JudgedTarget(
                                "https://hoi-lam-vuon.example.org/", "https://hoi-lam-vuon.example.org/",
                                Verdict.Level.COMPROMISED, 0.97, "nhà cái uy tín"))),
                Example.silent("related-site-as-it-always-was", usual).with(Around.NOTHING
                        .withTargets(new JudgedTarget("https://hoi-lam-vuon.example.org/",
                                "https://hoi-lam-vuon.example.org/", Verdict.Level.CLEAN, 0.02, ""))));
    }
}

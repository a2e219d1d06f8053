package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.audit.Audit;
import vn.vonggac.detect.Around.Hole;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Fetcher;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.Views;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.PageContent;
import vn.vonggac.watch.FrontierPage.Source;
import vn.vonggac.watch.Probe.Kind;
import vn.vonggac.watch.Spending.Purse;

/**
 * Harmless questions of our own making, asked only of portals whose owners allowed it: seldom, a few at a time, under our
 * own name, each on the trail. Nothing is sent but an address, and nowhere it would send us is followed.
 */
@Singleton
final class Probes {

    private static final int MOST_OF_A_KIND = 40;
    private static final int FOUND = 200;
    private static final String WHO = "watch";

    private final ProbeRows rows;
    private final Frontier frontier;
    private final Fetcher fetcher;
    private final Views views;
    private final Answers answers;
    private final AroundConfig config;
    private final Audit audit;
    private final InstantSource time;
    private final Questions questions = new Questions();

    Probes(ProbeRows rows, Frontier frontier, Fetcher fetcher, Views views, Answers answers,
            AroundConfig config, Audit audit, InstantSource time) {
        this.rows = rows;
        this.frontier = frontier;
        this.fetcher = fetcher;
        this.views = views;
        this.answers = answers;
        this.config = config;
        this.audit = audit;
        this.time = time;
    }

    /** Takes in what a page suggests to ask. */
    void take(Watched portal, FrontierPage page, PageContent content, Instant now) {
        if (portal.authorised()) {
            Map<String, Kind> found = questions.suggestedBy(content, portal);
            if (page.home()) {
                found.putAll(questions.ofAny(portal));
            }
            add(portal, found, now);
        }
    }

    private void add(Watched portal, Map<String, Kind> found, Instant now) {
        if (found.isEmpty()) {
            return;
        }
        List<String> known = rows.known(portal.id(),
                found.keySet().stream().map(DigestUtils::sha256Hex).toList());
        found.forEach((url, kind) -> {
            String hash = DigestUtils.sha256Hex(url);
            if (!known.contains(hash) && rows.count(portal.id(), kind.name()) < MOST_OF_A_KIND) {
                rows.add(portal.id(), kind.name(), url, hash, now);
            }
        });
    }

    /** What the answers showed of a portal that still may be asked. */
    Hole[] holes(Watched portal) {
        return portal.authorised()
                ? rows.shown(portal.id()).stream().map(Probe::hole).flatMap(Optional::stream)
                        .toArray(Hole[]::new)
                : new Hole[0];
    }

    /** Asks some of what is due. */
    void turn(Watched portal, Purse purse, BooleanSupplier goesOn) {
        if (!portal.authorised()) {
            return;
        }
        Instant now = time.instant();
        List<String> asked = new ArrayList<>();
        for (Probe probe : rows.due(portal.id(), now, config.probesPerRound())) {
            if (goesOn.getAsBoolean() && rows.take(probe.id(), now, now.plus(config.probes())) == 1) {
                asked.add(probe.url());
                purse.pay(ask(portal, probe));
            }
        }
        if (!asked.isEmpty()) {
            audit.record(WHO, "watch.act.probe", "portal:" + portal.id(), String.join(" ", asked));
        }
    }

    private Cost ask(Watched portal, Probe probe) {
        Target target = new Target(probe.url(), Long.toString(portal.id()), Hosts.of(probe.url()),
                Looking.ports(portal), Optional.empty(), Target.Purpose.PROBE);
        FetchResult result = fetcher.fetch(target, views.probe());
        Instant now = time.instant();
        Probe after = result instanceof Fetched answer
                ? answered(portal, probe, target, answer, now)
                : probe.unanswered(now, now.plus(config.probes()));
        rows.update(after);
        if (after.hole().isPresent() && probe.hole().isEmpty()) {
            frontier.lookAgain(frontier.home(portal, now), now);
        }
        return Cost.of(List.of(result));
    }

    private Probe answered(Watched portal, Probe probe, Target target, Fetched answer, Instant now) {
        PageContent content = answers.read(answer);
        Optional<String> hole = answers.hole(portal, probe, answer, content)
                .filter(proof -> probe.kind() != Kind.SEARCH || mayBeKept(target));
        if (probe.kind() == Kind.FOLDER && there(portal, answer, content)) {
            frontier.add(portal.id(), Map.of(probe.url(), Source.UPLOADS), 1, now);
        }
        boolean accused = probe.kind() == Kind.ABSENT && hole.isPresent() && probe.shown() == 0;
        return probe.answered(answer.status(), content.title(), hole, now,
                accused ? now : now.plus(config.probes()));
    }

    /** Whether search engines may ask the same; what robots.txt forbids they do not keep. */
    private boolean mayBeKept(Target target) {
        return fetcher.robots(target, views.citizen()).map(file -> file.allows(target.url())).orElse(true);
    }

    /** Whether a folder is there: the portal does not say what it says where there is nothing. */
    private boolean there(Watched portal, Fetched answer, PageContent content) {
        return answer.status() == FOUND && rows.absent(portal.id()).stream()
                .noneMatch(absent -> absent.status() == FOUND && absent.title().equals(content.title()));
    }
}

package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Around.JudgedTarget;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.Views;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Link;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.page.Script;
import vn.vonggac.page.Sheets;
import vn.vonggac.visit.Onlooker;
import vn.vonggac.visit.Visitor;
import vn.vonggac.visit.Visitor.Visit;

/**
 * Where portals link to outside, and what scripts they load from there, followed one step on a slow rhythm and never
 * further: a lapsed name that was bought is found by what stands there now, a script that was exchanged by its hash. Hosts an operator trusts are followed too, for those are the ones nobody looks
 * at any more; pages of watched portals are not, they are looked at anyway.
 */
@Singleton
final class Outbound {

    static final int MOST_OF_A_DOMAIN = 5;
    static final int MOST = 500;
    private static final int LONGEST_URL = 2_000;
    private static final int MOST_LINKS = 1_000;
    private static final int CHOICE = 50;
    /** A link is written down again after this, and forgotten when no page showed it for so long. */
    private static final Duration NOTED = Duration.ofDays(1);
    private static final Duration FORGOTTEN = Duration.ofDays(60);

    private final OutboundRows rows;
    private final WatchedPortals portals;
    private final Visitor visitor;
    private final Views views;
    private final AroundConfig config;
    private final Duration repeatAfter;
    private final InstantSource time;

    Outbound(OutboundRows rows, WatchedPortals portals, Visitor visitor, Views views, AroundConfig config,
            WatchConfig watch, InstantSource time) {
        this.rows = rows;
        this.portals = portals;
        this.visitor = visitor;
        this.views = views;
        this.config = config;
        this.repeatAfter = watch.repeatAfter();
        this.time = time;
    }

    /** Takes in where a page leads outside its portal. */
    void take(Watched portal, FrontierPage page, PageContent content, Instant now) {
        Map<String, Where> links = outside(portal, content);
        if (links.isEmpty()) {
            return;
        }
        links.keySet().removeAll(rows.seenSince(portal.id(), now.minus(NOTED), List.copyOf(links.keySet())));
        links.keySet().removeIf(hash -> rows.seen(portal.id(), page.id(), hash, now) > 0);
        if (!links.isEmpty()) {
            add(portal, page, links, now);
        }
    }

    /** A page or a script elsewhere. */
    private record Where(String url, boolean script) {}

    /** By hash; a link as it stands, for that is how the page is known by it. */
    private static Map<String, Where> outside(Watched portal, PageContent content) {
        String own = Hosts.registrable(Hosts.of(portal.home()));
        Stream<Where> scripts = content.scripts().stream()
                .filter(script -> script.kind() == Script.Kind.EXTERNAL
                        && !Hosts.registrable(script.host()).equals(own))
                .flatMap(script -> Addresses.part(script.source()).stream()).map(url -> new Where(url, true));
        Stream<Where> pages = content.links().stream().filter(Link::outbound).limit(MOST_LINKS)
                .map(Link::target)
                .filter(url -> Addresses.page(url).isPresent()).map(url -> new Where(url, false));
        Map<String, Where> links = new LinkedHashMap<>();
        Stream.concat(scripts, pages)
                .filter(where -> where.url().length() <= LONGEST_URL && !portal.inScope().test(where.url()))
                .forEach(where -> links.putIfAbsent(DigestUtils.sha256Hex(where.url()), where));
        return links;
    }

    private void add(Watched portal, FrontierPage page, Map<String, Where> links, Instant now) {
        Map<String, Long> known = rows.domains(portal.id()).stream()
                .collect(Collectors.toMap(OutboundDomain::domain, OutboundDomain::targets, Long::sum,
                        HashMap::new));
        long all = known.values().stream().mapToLong(Long::longValue).sum();
        for (Map.Entry<String, Where> link : links.entrySet()) {
            Where where = link.getValue();
            String domain = Hosts.registrable(Hosts.of(where.url()));
            if (all < MOST && known.merge(domain, 1L, Long::sum) <= MOST_OF_A_DOMAIN) {
                rows.add(where.url(), link.getKey(), domain, now, where.script());
                rows.link(portal.id(), page.id(), link.getKey(), now);
                all++;
            }
        }
    }

    /** What a portal links to and was found bad, again and again. */
    JudgedTarget[] bad(Watched portal) {
        return rows.bad(portal.id(), OutboundTarget.SURE).stream().map(OutboundTarget::judged)
                .toArray(JudgedTarget[]::new);
    }

    /** Looks at some of what is due, one of a domain. */
    void turn(Watched portal, BooleanSupplier goesOn) {
        Instant now = time.instant();
        Set<String> domains = new HashSet<>();
        int left = config.targetsPerRound();
        for (OutboundTarget target : rows.due(portal.id(), now.minus(FORGOTTEN), now, CHOICE)) {
            if (left > 0 && goesOn.getAsBoolean() && domains.add(target.domain())
                    && rows.take(target.id(), now, now.plus(config.targets())) == 1) {
                follow(portal, target);
                left--;
            }
        }
    }

    private void follow(Watched portal, OutboundTarget target) {
        if (portals.covers(target.url())) {
            return;
        }
        Visit visit = visitor.visit(
                new Target(target.url(), Long.toString(portal.id()), Hosts.of(target.url()),
                        Looking.ports(portal), Optional.empty(), Target.Purpose.DISCOVERY),
                List.of(views.citizen()), Optional.empty(), PortalBaseline.empty(), PortalFacts.UNKNOWN,
                Around.NOTHING, Sheets.NONE, Onlooker.NOBODY);
        OutboundTarget after = after(target, visit, time.instant());
        rows.update(after);
        if (after.bad() && !target.bad() || after.isOtherThan(target)) {
            rows.lookAgainAtLinking(target.id(), time.instant());
        }
    }

    private OutboundTarget after(OutboundTarget target, Visit visit, Instant now) {
        FetchResult last = visit.exchanges().getLast();
        Instant next = now.plus(config.targets());
        int status = last.exchange().status();
        if (visit.unreachable()) {
            return target.failed(status, now, next);
        }
        boolean first = visit.judgement().verdict().level().flagged()
                && target.flags() + 1 < OutboundTarget.SURE;
        OutboundTarget judged = target.judged(visit.judgement().verdict(), status,
                last.exchange().finalUrl(), now, first ? now.plus(repeatAfter) : next);
        return last instanceof Fetched fetched
                ? judged.as(DigestUtils.sha256Hex(fetched.body().decoded()), now)
                : judged;
    }

    /** Lets go of what nobody links to any more. */
    void sweep(Instant now) {
        rows.forgetLinks(now.minus(FORGOTTEN));
        rows.forgetTargets();
    }
}

package vn.vonggac.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.vonggac.detect.Seen;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Link;
import vn.vonggac.portal.Url;
import vn.vonggac.visit.Visitor.Visit;

/** The pages of a site in the order in which a check looks at them: its sections take turns. */
final class SiteWalk {

    private static final int MOST_KNOWN = 5_000;

    private final int most;
    private final Optional<Predicate<String>> scope;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Deque<String>> sections = new LinkedHashMap<>();
    private final List<CheckedPage> looked = new ArrayList<>();
    private String domain;

    SiteWalk(String home, Optional<Predicate<String>> scope, int most) {
        this.scope = scope;
        this.most = most;
        this.domain = Hosts.registrable(Hosts.of(home));
        add(home);
    }

    private void add(String url) {
        if (known.size() < MOST_KNOWN && known.add(url)) {
            sections.computeIfAbsent(section(url), unused -> new ArrayDeque<>()).add(url);
        }
    }

    private static String section(String url) {
        String path = Url.parse(url).map(Url::path).orElse("/");
        int end = path.indexOf('/', 1);
        return end < 0 ? "/" : path.substring(0, end);
    }

    /** The next page, of the section whose turn it is. */
    Optional<String> next() {
        if (looked.size() >= most || sections.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, Deque<String>> first = sections.entrySet().iterator().next();
        String section = first.getKey();
        Deque<String> waiting = first.getValue();
        sections.remove(section);
        String page = waiting.remove();
        if (!waiting.isEmpty()) {
            sections.put(section, waiting);
        }
        return Optional.of(page);
    }

    void took(CheckedPage page, Visit visit) {
        if (looked.isEmpty()) {
            CheckVisits.landed(visit).map(Hosts::of).map(Hosts::registrable).ifPresent(at -> domain = at);
        }
        looked.add(page);
        for (Seen seen : visit.judgement().observation().views()) {
            seen.content().links().stream().map(Link::target).map(Addresses::page).flatMap(Optional::stream)
                    .filter(this::inside).forEach(this::add);
        }
    }

    private boolean inside(String url) {
        return scope.map(own -> own.test(url))
                .orElseGet(() -> Hosts.registrable(Hosts.of(url)).equals(domain));
    }

    List<CheckedPage> looked() {
        return looked;
    }

    private int waiting() {
        return sections.values().stream().mapToInt(Deque::size).sum();
    }

    /** How many pages it will be, as far as is known now. */
    int expected() {
        return Math.min(most, looked.size() + waiting());
    }

    CheckResult result() {
        return new CheckResult(looked, waiting());
    }
}

package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vonggac.audit.Slug;
import vn.vonggac.corpus.BadQuery;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Facet;
import vn.vonggac.corpus.Found;
import vn.vonggac.corpus.Hunted;
import vn.vonggac.corpus.Search;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalFilter;
import vn.vonggac.portal.Portals;
import vn.vonggac.watch.IndexKeeping;

/** Asks the index what a reader typed, within what they may see. */
@Singleton
final class Searches {

    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 100;
    private static final int NAMED = 6;
    static final int LONGEST = 500;

    private final Corpus corpus;
    private final Portals portals;
    private final Agencies agencies;
    private final IndexKeeping index;

    Searches(Corpus corpus, Portals portals, Agencies agencies, IndexKeeping index) {
        this.index = index;
        this.corpus = corpus;
        this.portals = portals;
        this.agencies = agencies;
    }

    /** What was found; what is wrong with the query, where it cannot be run. */
    SearchPage find(Desk desk) {
        String asked = desk.address().value("q").strip();
        String like = desk.address().value("like");
        if (asked.isEmpty() && like.isEmpty()) {
            return nothing(Optional.empty());
        }
        return tried(desk, search -> like.isEmpty() ? corpus.search(search) : corpus.like(like, search));
    }

    /** Portals whose name or address holds what is typed. */
    List<Portal> named(Desk desk) {
        String typed = desk.address().value("q").strip();
        boolean plain = typed.length() >= SHORTEST_NAME && typed.length() <= LONGEST_NAME;
        return plain
                ? portals.list(desk.scope(), new PortalFilter(typed, 0, "", PortalFilter.Paused.EITHER,
                        PortalFilter.Order.NAME, false), 0, NAMED).rows()
                : List.of();
    }

    private SearchPage tried(Desk desk, Function<Search, Found> ask) {
        Optional<SearchPage.Trouble> tooLong = tooLong(desk);
        if (tooLong.isPresent()) {
            return nothing(tooLong);
        }
        Search search = search(desk);
        try {
            int after = (Listing.asked(desk.address()) - 1) * Listing.SIZE;
            Found found = ask.apply(search.page(Listing.SIZE, after));
            return page(desk, found, Listing.of(desk.address(), found.total(),
                    (size, skip) -> skip == after
                            ? found.hits()
                            : ask.apply(search.page(size, skip)).hits()));
        } catch (BadQuery e) {
            return nothing(Optional.of(trouble(desk, e)));
        }
    }

    /** Who ever said it; the reason where the query cannot be run. */
    HuntPage hunt(Desk desk) {
        Optional<SearchPage.Trouble> tooLong = tooLong(desk);
        if (tooLong.isPresent() || desk.address().value("q").isBlank()) {
            return new HuntPage(List.of(), 0, 0, Optional.empty(), 0, tooLong);
        }
        try {
            Hunted hunted = corpus.hunt(search(desk));
            return HuntPage.of(hunted, portalNames(desk), index.behind());
        } catch (BadQuery e) {
            return new HuntPage(List.of(), 0, 0, Optional.empty(), 0, Optional.of(trouble(desk, e)));
        }
    }

    /** A page of this portal that still says it. */
    Optional<Found.Hit> stillThere(Desk desk, String query, long portal) {
        Search search = within(desk, Search.everywhere(query)).onPortal(portal).whatIsStillThere();
        return corpus.search(search.page(1, 0)).hits().stream().findFirst();
    }

    private static Search search(Desk desk) {
        Address address = desk.address();
        Search search = within(desk, Search.everywhere(address.value("q").strip()));
        for (Facet facet : Facet.values()) {
            String value = address.value(Slug.of(facet));
            search = value.isEmpty() ? search : search.narrow(facet, value);
        }
        Optional<Instant> since = since(address.value("since"));
        search = since.isEmpty() ? search : search.since(since.get());
        return address.value("now").isEmpty() ? search : search.whatIsStillThere();
    }

    private static Search within(Desk desk, Search search) {
        return desk.scope().everything() ? search : search.within(desk.scope().agencies());
    }

    private static Optional<Instant> since(String day) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day).atStartOfDay(Times.ZONE).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<SearchPage.Trouble> tooLong(Desk desk) {
        String asked = desk.address().value("q");
        return asked.length() <= LONGEST
                ? Optional.empty()
                : Optional.of(new SearchPage.Trouble("web.search.problem.too-long",
                        asked.substring(0, LONGEST), ""));
    }

    private static SearchPage.Trouble trouble(Desk desk, BadQuery bad) {
        String asked = desk.address().value("q").strip();
        int place = Math.clamp(bad.place().orElse(asked.length()), 0, asked.length());
        return new SearchPage.Trouble("web.search.problem." + Slug.of(bad.reason()),
                asked.substring(0, place),
                asked.substring(place));
    }

    private SearchPage page(Desk desk, Found found, Listing<Found.Hit> listing) {
        Map<Long, String> names = portalNames(desk);
        Map<Long, String> agencyNames = agencies.all(desk.scope()).stream()
                .collect(Collectors.toMap(Agency::id, Agency::name));
        List<SearchPage.Group> groups = new ArrayList<>();
        List<SearchPage.Choice> narrowed = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            String word = Slug.of(facet);
            String chosen = desk.address().value(word);
            List<Found.Count> counts = found.counts().getOrDefault(facet, List.of());
            Function<String, String> label = value -> label(desk, facet, value, names, agencyNames);
            if (!chosen.isEmpty()) {
                narrowed.add(new SearchPage.Choice(label.apply(chosen), 0, desk.address().with(word, "")));
            } else if (counts.size() > 1) {
                groups.add(new SearchPage.Group(facet, counts.stream()
                        .map(count -> new SearchPage.Choice(label.apply(count.value()), count.hits(),
                                desk.address().with(word, count.value())))
                        .toList()));
            }
        }
        return new SearchPage(listing, found.more(), groups, narrowed, names, found.reach(), index.behind(),
                Optional.empty());
    }

    private Map<Long, String> portalNames(Desk desk) {
        return portals.all(desk.scope()).stream().collect(Collectors.toMap(Portal::id, Portal::name));
    }

    private static String label(Desk desk, Facet facet, String value, Map<Long, String> portalNames,
            Map<Long, String> agencyNames) {
        return switch (facet) {
            case PORTAL -> named(portalNames, value);
            case AGENCY -> named(agencyNames, value);
            case VERDICT -> known(desk, "web.search.verdict." + value, value);
            case VIEW -> desk.view(value);
            case LANGUAGE -> value;
            case TEMPLATE -> "#" + (value.matches("-?\\d{1,10}")
                    ? Long.toHexString(Long.parseLong(value) & 0xffffffffL)
                    : "?");
            case MONTH -> value.matches("\\d{6}") ? value.substring(4) + "/" + value.substring(0, 4) : value;
        };
    }

    private static String named(Map<Long, String> names, String value) {
        return value.matches("\\d{1,18}") ? names.getOrDefault(Long.parseLong(value), "#" + value) : "?";
    }

    private static String known(Desk desk, String key, String value) {
        return desk.messages().has(key) ? desk.say(key) : value;
    }

    private static SearchPage nothing(Optional<SearchPage.Trouble> trouble) {
        return new SearchPage(new Listing<>(List.of(), 1, Listing.SIZE, 0), false, List.of(), List.of(),
                Map.of(),
                Optional.empty(), 0, trouble);
    }
}

package vn.vonggac.detector;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.page.Fragment;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Percent;
import vn.vonggac.page.Place;

/**
 * Where a page leads, whatever the way: by links and by the addresses that other sites' redirectors are handed in them,
 * by frames, forms, embedded things, by what it tells search engines, and by pages packed into an address.
 */
final class Leads {

    /** A way that shows another name than that of whom it leads to. */
    private static final double WRAPPED = 0.3;
    private static final double PACKED = 0.4;
    /** Every address on the page that names none itself is one of that site's. */
    private static final double UNDER_ALL = 0.4;
    private static final int MOST_INNER = 5;
    private static final int LONGEST_QUERY = 2_000;

    /** @param disguise from 0 for an open way to 1 */
    record Lead(String target, Place place, double disguise) {

        String host() {
            return Hosts.of(target);
        }
    }

    private Leads() {}

    /** Those that lead off the portal to somebody it does not trust. */
    static List<Lead> strange(Observation page, Seen seen) {
        return of(seen.content()).filter(lead -> Addresses.foreign(lead.target(), page)).toList();
    }

    private static Stream<Lead> of(PageContent content) {
        return Stream.of(
                content.links().stream().flatMap(link -> withInner(link.target(), link.place())),
                content.frames().stream().flatMap(frame -> withInner(frame.source(), frame.place())),
                content.forms().stream().map(form -> new Lead(form.action(), form.place(), 0)),
                content.embeds().stream().map(embed -> new Lead(embed.source(), embed.place(),
                        embed.tag().equals("base") ? UNDER_ALL : 0)),
                content.canonical().stream().map(target -> new Lead(target, Place.NOWHERE, 0)),
                content.fragments().stream().filter(part -> part.kind() == Fragment.Kind.DATA_URL)
                        .flatMap(Leads::packed))
                .flatMap(leads -> leads);
    }

    private static Stream<Lead> withInner(String target, Place place) {
        return Stream.concat(Stream.of(new Lead(target, place, 0)), inner(target, place));
    }

    /** Addresses in the query: {@code https://www.google.com/url?q=https%3A%2F%2F…}. */
    private static Stream<Lead> inner(String target, Place place) {
        int question = target.indexOf('?');
        if (question < 0) {
            return Stream.empty();
        }
        String query = target.substring(question + 1, Math.min(target.length(), question + LONGEST_QUERY));
        return Arrays.stream(query.split("[&;]")).map(pair -> pair.substring(pair.indexOf('=') + 1))
                .filter(value -> value.regionMatches(true, 0, "http", 0, 4)).map(Percent::decode)
                .filter(value -> !Hosts.of(value).isEmpty()).limit(MOST_INNER)
                .map(value -> new Lead(value, place, WRAPPED));
    }

    private static Stream<Lead> packed(Fragment part) {
        return ScriptAddresses.in(part.text()).stream().limit(MOST_INNER)
                .map(address -> new Lead(address, part.place(), PACKED));
    }
}

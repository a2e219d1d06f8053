package vn.vonggac.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Image;
import vn.vonggac.page.Link;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Script;

/**
 * The site that a saved page is from, wherever it stands now: the one that most of its links lead to and most of its
 * pictures and scripts come from, or nearly all of its links and a script. What is planted in a page brings links, and
 * hardly ever what the page is made of; where a page says itself under what its addresses stand, they tell nothing.
 */
final class SavedFrom {

    private static final int FEWEST_PARTS = 5;
    private static final int FEWEST_LINKS = 10;
    private static final int MANY_LINKS = 30;

    private SavedFrom() {}

    /** Its registrable domain; none for a page that is at home where it stands. Never more than one is most of all. */
    static Set<String> domain(PageContent page) {
        if (page.embeds().stream().anyMatch(embed -> embed.tag().equals("base"))) {
            return Set.of();
        }
        Map<String, Long> links = count(page.links().stream().map(Link::domain));
        return links.keySet().stream()
                .filter(domain -> !domain.equals(page.domain()) && most(links, domain, FEWEST_LINKS, 2))
                .filter(domain -> made(page, domain, most(links, domain, MANY_LINKS, 1.25)))
                .collect(Collectors.toSet());
    }

    private static boolean made(PageContent page, String domain, boolean nearlyAllLinks) {
        Map<String, Long> parts = count(Stream.concat(hosts(page.scripts(), Script::host),
                hosts(page.images(), Image::host)));
        return most(parts, domain, FEWEST_PARTS, 2)
                || nearlyAllLinks && hosts(page.scripts(), Script::host).anyMatch(domain::equals);
    }

    private static <T> Stream<String> hosts(List<T> parts, Function<T, String> host) {
        return parts.stream().map(host).filter(name -> !name.isEmpty()).map(Hosts::registrable);
    }

    private static Map<String, Long> count(Stream<String> domains) {
        return domains.filter(domain -> !domain.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
    }

    /** Whether this times what there is of it is more than all there is, and not of a few. */
    private static boolean most(Map<String, Long> counted, String domain, int fewest, double times) {
        long here = counted.getOrDefault(domain, 0L);
        return here >= fewest && here * times > counted.values().stream().mapToLong(Long::longValue).sum();
    }
}

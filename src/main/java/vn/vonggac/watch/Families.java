package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.page.PageContent;

/**
 * Finds out loops: a calendar that goes on for ever, a list with every choice of filters. Once a dozen pages of a family
 * in a row have said nothing that others of it had not, only a few more are looked at, one after the other, later. As
 * soon as one of these says something, the family is open again.
 */
@Singleton
final class Families {

    private static final Logger LOG = LoggerFactory.getLogger(Families.class);
    private static final int SAMPLE = 10;
    private static final int WIDER = 4;

    private final FamilyRows rows;
    private final WatchConfig config;

    Families(FamilyRows rows, WatchConfig config) {
        this.rows = rows;
        this.config = config;
    }

    /** Takes in what a page said when it was looked at for the first time. */
    void read(long portal, String address, PageContent page, Instant now) {
        String pattern = Family.of(address);
        Stream.of(pattern, Family.wide(pattern)).distinct().filter(name -> !name.isEmpty())
                .forEach(name -> read(portal, rows.find(portal, name).orElse(Family.unknown(name)), page,
                        now));
    }

    private void read(long portal, Family family, PageContent page, Instant now) {
        Family next = family.read(page);
        if (rows.update(portal, next.pattern(), next.barren(), next.said()) == 0) {
            rows.add(portal, next.pattern(), next.barren(), next.said());
        }
        if (loops(next) && !loops(family)) {
            LOG.info("Pages of portal {} like {} say the same again and again; only some are looked at",
                    portal,
                    next.pattern());
            rows.thin(portal, like(next), SAMPLE);
        }
        if (loops(next)) {
            rows.putOff(portal, like(next), now.plus(config.everyPage()));
        }
    }

    private static boolean loops(Family family) {
        return family.barren() >= (family.isWide() ? WIDER * Family.LOOP : Family.LOOP);
    }

    private static String like(Family family) {
        String exact = family.pattern().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return family.isWide() ? exact + "%" : exact;
    }

    /** How many more pages there is room for, by family; nothing is said of those that have no bounds. */
    Map<String, Long> room(long portal) {
        Map<String, Long> room = new HashMap<>();
        rows.barren(portal, Family.LOOP).stream().filter(Families::loops).forEach(family -> room
                .put(family.pattern(), Math.max(0, SAMPLE - rows.waiting(portal, like(family)))));
        return room;
    }

    /** Takes a place for a page of this family, where there is one. */
    static boolean take(Map<String, Long> room, String pattern) {
        Set<String> bounds = Set.copyOf(List.of(pattern, Family.wide(pattern)));
        boolean free = bounds.stream().allMatch(bound -> room.getOrDefault(bound, 1L) > 0);
        if (free) {
            bounds.forEach(bound -> room.computeIfPresent(bound, (name, left) -> left - 1));
        }
        return free;
    }
}

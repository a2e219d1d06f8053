package vn.vonggac.web;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.corpus.Hunted;

/** Who ever said it, as the desk shows it: portal by portal with a line of months. */
public record HuntPage(List<Row> rows, long pages, long stillThere, Optional<Instant> reach, long behind,
        Optional<SearchPage.Trouble> trouble) {

    /** As long as a line of months may be. */
    private static final int LONGEST = 24;
    private static final int HIGHEST = 18;

    public HuntPage {
        rows = List.copyOf(rows);
    }

    /** A portal's share, with a bar for each month since the first of all. */
    public record Row(Hunted.OnPortal share, String portal, List<Bar> bars) {

        public Row {
            bars = List.copyOf(bars);
        }
    }

    /** How many versions were first seen in a month; the height is of {@link #HIGHEST}. */
    public record Bar(YearMonth month, int count, int height) {}

    static HuntPage of(Hunted hunted, Map<Long, String> names, long behind) {
        List<YearMonth> line = line(hunted);
        int most = hunted.portals().stream().flatMap(share -> share.months().values().stream())
                .mapToInt(Integer::intValue).max().orElse(1);
        List<Row> rows = hunted.portals().stream()
                .map(share -> new Row(share, names.getOrDefault(share.portal(), "#" + share.portal()),
                        line.stream().map(month -> bar(share, month, most)).toList()))
                .toList();
        return new HuntPage(rows, hunted.pages(), hunted.stillThere(), hunted.reach(), behind,
                Optional.empty());
    }

    private static Bar bar(Hunted.OnPortal share, YearMonth month, int most) {
        int count = share.months().getOrDefault(month, 0);
        return new Bar(month, count, count == 0 ? 0 : Math.max(2, count * HIGHEST / most));
    }

    /** The months from the first sighting to the last, the latest ones where they are too many. */
    private static List<YearMonth> line(Hunted hunted) {
        List<YearMonth> seen = hunted.portals().stream().flatMap(share -> share.months().keySet().stream())
                .sorted().toList();
        List<YearMonth> line = new ArrayList<>();
        if (!seen.isEmpty()) {
            YearMonth last = seen.getLast();
            long length = Math.min(LONGEST, seen.getFirst().until(last, ChronoUnit.MONTHS) + 1);
            for (long back = length - 1; back >= 0; back--) {
                line.add(last.minusMonths(back));
            }
        }
        return line;
    }
}

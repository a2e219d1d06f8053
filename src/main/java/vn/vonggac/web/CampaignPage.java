package vn.vonggac.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vonggac.incident.Campaign;

/** A campaign as its page shows it: portal by portal, how it spread, and what ties it together. */
public record CampaignPage(Campaign campaign, List<Row> rows, Spread spread, CampaignGraph graph, Form form) {

    public CampaignPage {
        rows = List.copyOf(rows);
    }

    /** An incident with the name of its portal. */
    public record Row(Campaign.Member member, String portal) {}

    /** How many portals were hit by which day: bars of a chart that is so many units wide and high. */
    public record Spread(List<Bar> bars, LocalDate from, LocalDate to, int most) {

        public static final int WIDTH = 720;
        public static final int HEIGHT = 90;
        private static final int MOST = 90;

        public Spread {
            bars = List.copyOf(bars);
        }

        /** A day or several, the portals hit until its end, and where it stands. */
        public record Bar(LocalDate day, int portals, double x, double width, double height) {}

        static Spread of(Campaign campaign, Instant now) {
            Map<Long, LocalDate> first = new TreeMap<>();
            campaign.members().forEach(member -> first.merge(member.portal(), day(member.t0()),
                    (one, other) -> one.isBefore(other) ? one : other));
            LocalDate from = first.values().stream().min(Comparator.naturalOrder()).orElseThrow();
            LocalDate to = day(campaign.last().isAfter(now) ? now : campaign.last());
            long days = Math.max(1, to.toEpochDay() - from.toEpochDay() + 1);
            long step = Math.max(1, (days + MOST - 1) / MOST);
            long count = (days + step - 1) / step;
            List<Bar> bars = new ArrayList<>();
            for (long bar = 0; bar < count; bar++) {
                LocalDate end = from.plusDays((bar + 1) * step - 1);
                int hit = (int) first.values().stream().filter(day -> !day.isAfter(end)).count();
                bars.add(new Bar(end, hit, (double) bar * WIDTH / count,
                        Math.max(1, (double) WIDTH / count - 1), (double) hit * HEIGHT / first.size()));
            }
            return new Spread(bars, from, to, first.size());
        }

        private static LocalDate day(Instant moment) {
            return LocalDate.ofInstant(moment, Times.ZONE);
        }
    }
}

package vn.vonggac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.page.Hosts;
import vn.vonggac.watch.CheckedHop;

/** Redirects as a small picture: stops one below the other, and how each leads to the next. */
public record Chain(List<Stop> stops) {

    public static final int WIDTH = 340;
    private static final int STEP = 58;
    private static final int LETTERS = 40;
    private static final int REDIRECT = 3;
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/\\S+ (\\d{3})");

    public Chain {
        stops = List.copyOf(stops);
    }

    /**
     * One address on the way.
     *
     * @param means how the stop before it led here, empty for the first
     * @param away whether it lies outside the site it began on
     */
    public record Stop(String address, String means, int status, boolean away, int y) {

        public boolean reached() {
            return !means.isEmpty();
        }

        /** As much of it as there is room for: the host matters most. */
        public String text() {
            String plain = address.replaceFirst("^https?://", "");
            return plain.length() <= LETTERS ? plain : plain.substring(0, LETTERS - 1) + "…";
        }
    }

    public static Chain of(List<CheckedHop> hops) {
        String home = Hosts.registrable(Hosts.of(hops.getFirst().from()));
        List<Stop> stops = new ArrayList<>();
        stops.add(new Stop(hops.getFirst().from(), "", 0, false, 1));
        for (CheckedHop hop : hops) {
            boolean away = !Hosts.registrable(Hosts.of(hop.to())).equals(home);
            stops.add(new Stop(hop.to(), hop.means(), hop.status(), away, 1 + STEP * stops.size()));
        }
        return new Chain(stops);
    }

    /** The way to an exhibit; how each stop led on stands in the heads of what was answered. */
    public static Chain of(Exhibit exhibit) {
        List<String> addresses = exhibit.chain().lines().toList();
        List<Integer> answers = STATUS.matcher(exhibit.heads()).results()
                .map(line -> Integer.valueOf(line.group(1))).toList();
        List<CheckedHop> hops = new ArrayList<>();
        for (int i = 1; i < addresses.size(); i++) {
            int status = i <= answers.size() ? answers.get(i - 1) : 0;
            hops.add(new CheckedHop(addresses.get(i - 1), status,
                    status / 100 == REDIRECT ? "http" : "onward", addresses.get(i)));
        }
        return hops.isEmpty() ? new Chain(List.of()) : of(hops);
    }

    public int height() {
        return stops.getLast().y() + 31;
    }
}

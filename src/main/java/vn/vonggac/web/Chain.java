package vn.vonggac.web;

import java.util.ArrayList;
import java.util.List;
import vn.vonggac.page.Hosts;
import vn.vonggac.watch.CheckedHop;

/** Redirects as a small picture: stops one below the other, and how each leads to the next. */
public record Chain(List<Stop> stops) {

    public static final int WIDTH = 340;
    private static final int STEP = 58;
    private static final int LETTERS = 40;

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

    public int height() {
        return stops.getLast().y() + 31;
    }
}

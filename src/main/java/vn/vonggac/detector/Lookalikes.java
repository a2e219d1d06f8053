package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.page.Hosts;

/** Tells host names that are drawn or spelt nearly as one that everybody knows. The names are in {@code hosts.yml}. */
@Singleton
final class Lookalikes {

    private static final int SHORTEST = 6;
    private static final int LONG = 9;
    private static final int LONGEST = 40;

    private final List<String> imitated;

    Lookalikes(HostRisk risk) {
        this.imitated = risk.imitated();
    }

    /** The known name that a part of this host is nearly spelt as. */
    Optional<String> misspelt(String host) {
        return parts(host).flatMap(part -> imitated.stream().filter(name -> alike(part, name))).findFirst();
    }

    /** The known name that the registered name bears among other words, as anybody may. */
    Optional<String> borrowed(String host) {
        String label = Addresses.label(host);
        return label.indexOf('-') < 0
                ? Optional.empty()
                : Arrays.stream(label.split("-")).filter(imitated::contains).findFirst();
    }

    private static Stream<String> parts(String host) {
        String label = Addresses.label(host);
        String above = host.substring(0, Math.max(0, host.length() - Hosts.registrable(host).length()));
        Stream<String> registered = Stream.concat(Stream.of(label.replace("-", "")),
                Arrays.stream(label.split("-"))).filter(part -> part.length() >= SHORTEST);
        Stream<String> below = Arrays.stream(above.split("[.-]")).filter(part -> part.length() >= LONG);
        return Stream.concat(registered, below).filter(part -> part.length() <= LONGEST).distinct();
    }

    private static boolean alike(String part, String name) {
        if (part.equals(name) || Math.abs(part.length() - name.length()) > 2) {
            return false;
        }
        return drawn(part).equals(drawn(name)) || distance(part, name) <= (name.length() < LONG ? 1 : 2);
    }

    private static String drawn(String name) {
        return name.replace("rn", "m").replace("vv", "w").replace('0', 'o').replace('1', 'l').replace('i',
                'l');
    }

    /** Letters to leave out, put in, exchange or swap with the next. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(one, other, steps, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int[][] steps, int i, int j) {
        int changed = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}

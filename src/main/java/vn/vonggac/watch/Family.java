package vn.vonggac.watch;

import io.micronaut.core.annotation.Introspected;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vonggac.page.Block;
import vn.vonggac.page.PageContent;
import vn.vonggac.portal.Url;

/**
 * Pages of a portal whose addresses differ by numbers or by the values of parameters only, such as the months of a
 * calendar or the filters of a list: what they have said between them, and how many in a row said nothing else.
 */
@Introspected
@SuppressWarnings("ArrayRecordComponent")
record Family(String pattern, int barren, byte[] said) {

    static final int LOOP = 12;
    private static final int MOST_SAID = 4_000;
    private static final int ECHOES = 1;
    private static final int LONGEST = 500;
    private static final Pattern NUMBERED = Pattern.compile("[^/]*\\d[^/.]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    static Family unknown(String pattern) {
        return new Family(pattern, 0, new byte[0]);
    }

    /** What its address has in common with others; empty for one that stands for itself. */
    static String of(String address) {
        return Url.parse(address).map(Family::pattern).filter(pattern -> pattern.length() <= LONGEST)
                .orElse("");
    }

    private static String pattern(Url url) {
        String path = NUMBERED.matcher(url.path()).replaceAll("0");
        boolean alone = path.equals(url.path()) && url.query().isEmpty();
        return alone ? "" : (path + names(url.query())).toLowerCase(Locale.ROOT);
    }

    /** The parameters by name: each once and in order, since loops add them again and again. */
    private static String names(String query) {
        return query.isEmpty()
                ? ""
                : Arrays.stream(query.substring(1).split("&")).map(part -> part.replaceAll("=.*", ""))
                        .map(name -> NUMBER.matcher(name).replaceAll("0"))
                        .collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** All of the same script or folder, whatever its parameters. */
    static String wide(String pattern) {
        int query = pattern.indexOf('?');
        return query < 0 ? "" : pattern.substring(0, query + 1);
    }

    boolean isWide() {
        return pattern.endsWith("?");
    }

    /** The family after one more of its pages was read for the first time. */
    Family read(PageContent page) {
        Set<Integer> known = known();
        Set<Integer> unheard = new HashSet<>(says(page));
        unheard.removeAll(known);
        known.addAll(unheard);
        boolean grows = known.size() <= MOST_SAID;
        return new Family(pattern, unheard.size() <= ECHOES ? barren + 1 : 0, grows ? bytes(known) : said);
    }

    private static Set<Integer> says(PageContent page) {
        return page.blocks().stream().filter(block -> block.region() == Block.Region.MAIN)
                .map(block -> NUMBER.matcher(block.text()).replaceAll("0").hashCode())
                .collect(Collectors.toSet());
    }

    private Set<Integer> known() {
        Set<Integer> known = new HashSet<>();
        ByteBuffer buffer = ByteBuffer.wrap(said);
        while (buffer.hasRemaining()) {
            known.add(buffer.getInt());
        }
        return known;
    }

    private static byte[] bytes(Set<Integer> known) {
        ByteBuffer buffer = ByteBuffer.allocate(known.size() * Integer.BYTES);
        known.forEach(buffer::putInt);
        return buffer.array();
    }
}

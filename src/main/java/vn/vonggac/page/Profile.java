package vn.vonggac.page;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * The tag paths of a page as a short text, to tell templates apart: the least hashes of its distinct paths (a
 * bottom-k sketch), so that two profiles give the overlap of their paths without keeping them.
 */
final class Profile {

    private static final int KEPT = 64;

    private final Set<Integer> paths = new HashSet<>();

    void add(long pathHash) {
        paths.add((int) (Hashes.finish(pathHash) >>> 32));
    }

    String text() {
        int[] least = paths.stream().mapToInt(Integer::intValue).sorted().limit(KEPT).toArray();
        ByteBuffer bytes = ByteBuffer.allocate(least.length * Integer.BYTES);
        for (int hash : least) {
            bytes.putInt(hash);
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** How different two profiles are: 0 for the same paths, 1 for none in common. */
    static double distance(String first, String second) {
        int[] left = hashes(first);
        int[] right = hashes(second);
        int shared = 0;
        int seen = 0;
        int i = 0;
        int j = 0;
        while (seen < KEPT && (i < left.length || j < right.length)) {
            boolean takeLeft = j == right.length || i < left.length && left[i] <= right[j];
            boolean both = i < left.length && j < right.length && left[i] == right[j];
            shared += both ? 1 : 0;
            i += takeLeft ? 1 : 0;
            j += both || !takeLeft ? 1 : 0;
            seen++;
        }
        return seen == 0 ? 0 : 1 - (double) shared / seen;
    }

    private static int[] hashes(String text) {
        int[] hashes = new int[text.length() * 3 / 4 / Integer.BYTES];
        ByteBuffer.wrap(Base64.getDecoder().decode(text)).asIntBuffer().get(hashes);
        return hashes;
    }
}

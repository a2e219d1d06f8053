package vn.vonggac.page;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * The tag paths of a page as a short text, to tell templates apart: the least hashes of its distinct paths (a
 * bottom-k sketch), so that two profiles give the overlap of their paths without keeping them.
 */
final class Profile {

    private static final int KEPT = 64;

    /** Open addressing over the hashes themselves; 0 marks an empty slot. */
    private int[] slots = new int[512];
    private int count;

    void add(long pathHash) {
        int hash = (int) (Hashes.finish(pathHash) >>> 32) | 1;
        int mask = slots.length - 1;
        int slot = hash >>> 7 & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & mask;
        }
        if (slots[slot] == 0) {
            slots[slot] = hash;
            count++;
            grow();
        }
    }

    private void grow() {
        if (count * 2 > slots.length) {
            int[] before = slots;
            slots = new int[before.length * 2];
            for (int hash : before) {
                if (hash != 0) {
                    reinsert(hash);
                }
            }
        }
    }

    private void reinsert(int hash) {
        int mask = slots.length - 1;
        int slot = hash >>> 7 & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = hash;
    }

    String text() {
        int[] least = least();
        ByteBuffer bytes = ByteBuffer.allocate(least.length * Integer.BYTES);
        for (int hash : least) {
            bytes.putInt(hash);
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private int[] least() {
        int[] hashes = new int[count];
        int next = 0;
        for (int hash : slots) {
            if (hash != 0) {
                hashes[next++] = hash;
            }
        }
        Arrays.sort(hashes);
        return Arrays.copyOf(hashes, Math.min(count, KEPT));
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
            boolean both = i < left.length && j < right.length && left[i] == right[j];
            boolean takeLeft = j == right.length || i < left.length && left[i] <= right[j];
            shared += both ? 1 : 0;
            i += takeLeft ? 1 : 0;
            j += both || !takeLeft ? 1 : 0;
            seen++;
        }
        return seen == 0 ? 0 : 1 - (double) shared / seen;
    }

    private static int[] hashes(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        int[] hashes = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        return hashes;
    }
}

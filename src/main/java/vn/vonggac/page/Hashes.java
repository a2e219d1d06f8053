package vn.vonggac.page;

/** A 64-bit hash of text: the same on every machine and in every version, since it is kept. */
final class Hashes {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    /** So many letters at once, a multiple of four: taking them one by one out of a text costs twice as much. */
    private static final int TAKEN = 1024;

    private Hashes() {}

    static long of(String text) {
        int length = text.length();
        char[] letters = new char[Math.min(length, TAKEN)];
        long hash = FIRST ^ length;
        for (int from = 0; from < length; from += TAKEN) {
            int end = Math.min(length, from + TAKEN);
            text.getChars(from, end, letters, 0);
            hash = mix(hash, letters, end - from);
        }
        return finish(hash);
    }

    private static long mix(long before, char[] letters, int length) {
        long hash = before;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            long four = letters[i] | (long) letters[i + 1] << 16 | (long) letters[i + 2] << 32
                    | (long) letters[i + 3] << 48;
            hash = mix(hash, four);
        }
        for (; i < length; i++) {
            hash = mix(hash, letters[i]);
        }
        return hash;
    }

    static long mix(long hash, long value) {
        return Long.rotateLeft(hash ^ value * SECOND, 31) * FIRST;
    }

    static long finish(long hash) {
        long mixed = (hash ^ hash >>> 33) * SECOND;
        mixed = (mixed ^ mixed >>> 29) * FIRST;
        return mixed ^ mixed >>> 32;
    }
}

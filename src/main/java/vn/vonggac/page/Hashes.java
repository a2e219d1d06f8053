package vn.vonggac.page;

/** A 64-bit hash of text: the same on every machine and in every version, since it is kept. */
final class Hashes {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

    private Hashes() {}

    static long of(CharSequence text) {
        long hash = FIRST ^ text.length();
        int i = 0;
        for (; i + 3 < text.length(); i += 4) {
            long four = text.charAt(i) | (long) text.charAt(i + 1) << 16 | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48;
            hash = mix(hash, four);
        }
        for (; i < text.length(); i++) {
            hash = mix(hash, text.charAt(i));
        }
        return finish(hash);
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

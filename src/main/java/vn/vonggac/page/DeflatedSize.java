package vn.vonggac.page;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much the deflated streams of a PDF hold. The library decodes a stream whole before anyone can stop it, so a
 * document whose streams blow up is told here, at the cost of inflating it once into nothing.
 */
final class DeflatedSize {

    private static final long MOST = 128L << 20;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private DeflatedSize() {}

    static boolean isOver(byte[] document) {
        byte[] sink = new byte[32_768];
        long total = 0;
        for (int at = 0; at < document.length - STREAM.length; at++) {
            if (document[at] == 's' && isStream(document, at)) {
                total += inflated(document, begin(document, at + STREAM.length), sink, MOST - total);
                if (total > MOST) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isStream(byte[] document, int at) {
        for (int i = 1; i < STREAM.length; i++) {
            if (document[at + i] != STREAM[i]) {
                return false;
            }
        }
        return at < 3 || document[at - 1] != 'd';
    }

    private static int begin(byte[] document, int end) {
        int at = end;
        while (at < document.length && (document[at] == '\r' || document[at] == '\n')) {
            at++;
        }
        return at;
    }

    private static long inflated(byte[] document, int start, byte[] sink, long most) {
        if (start >= document.length || (document[start] & 0x0f) != 8) {
            return 0;
        }
        long total = 0;
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(document, start, document.length - start);
            int read = inflater.inflate(sink);
            while (read > 0 && total <= most) {
                total += read;
                read = inflater.inflate(sink);
            }
        } catch (DataFormatException e) {
            // not deflated after all, or broken: the library stops at the same byte
            return total;
        }
        return total;
    }
}

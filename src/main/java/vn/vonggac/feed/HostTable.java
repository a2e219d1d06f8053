package vn.vonggac.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A set of names that lie in a file, one a line. In memory is a table of eight bytes an entry: half a fingerprint,
 * half where in the file the name begins. A fingerprint that fits is checked against the file, so the answer is exact.
 */
final class HostTable {

    private static final int FULLEST_PERCENT = 80;
    private static final long EMPTY = -1;
    private static final long LARGEST_FILE = 0xffff_fffeL;

    private final long[] slots;
    private final FileChannel names;
    private int size;

    private HostTable(int expected, FileChannel names) {
        this.slots = new long[(int) Math.max(16, expected * 100L / FULLEST_PERCENT + 1)];
        this.names = names;
        Arrays.fill(slots, EMPTY);
    }

    /** The names in a file of at most {@code expected} lines. The file must not be written to any more. */
    static HostTable of(Path file, int expected) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("more than four gigabytes of names");
        }
        HostTable table = new HostTable(expected, FileChannel.open(file, StandardOpenOption.READ));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            table.fill(in);
        }
        return table;
    }

    int size() {
        return size;
    }

    /** Bytes of memory that the table holds. */
    long memory() {
        return slots.length * (long) Long.BYTES;
    }

    boolean contains(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return slots[slot(bytes, bytes.length)] != EMPTY;
    }

    private void fill(InputStream in) throws IOException {
        byte[] line = new byte[4_096];
        int length = 0;
        long at = 0;
        long start = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            at++;
            if (b == '\n') {
                add(line, length, start);
                length = 0;
                start = at;
            } else if (length < line.length) {
                line[length++] = (byte) b;
            }
        }
        add(line, length, start);
    }

    private void add(byte[] name, int length, long offset) {
        if (length > 0) {
            int slot = slot(name, length);
            if (slots[slot] == EMPTY) {
                slots[slot] = hash(name, length) << 32 | offset;
                size++;
            }
        }
    }

    /** Where the name is, or the empty place where it would go. */
    private int slot(byte[] name, int length) {
        long hash = hash(name, length);
        int slot = (int) Math.unsignedMultiplyHigh(hash, slots.length);
        while (slots[slot] != EMPTY && !(slots[slot] >>> 32 == (hash & 0xffff_ffffL)
                && written(slots[slot] & 0xffff_ffffL, name, length))) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    private boolean written(long offset, byte[] name, int length) {
        ByteBuffer there = ByteBuffer.allocate(length + 1);
        try {
            while (there.hasRemaining() && names.read(there, offset + there.position()) >= 0) {
                // a short read is continued
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean ends = there.position() == length || there.get(length) == '\n';
        return there.position() >= length && ends
                && Arrays.equals(there.array(), 0, length, name, 0, length);
    }

    /** FNV-1a, finished so that its high and low halves are independent. */
    private static long hash(byte[] name, int length) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ name[i]) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}

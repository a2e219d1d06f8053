package vn.vonggac.page;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link Pack} wrote. Bytes that it did not write end in a {@link RuntimeException}. */
final class Unpack {

    private static final int MOST = 1 << 28;

    private final ByteBuffer bytes;
    private final List<String> texts = new ArrayList<>();

    Unpack(byte[] compressed) {
        this.bytes = ByteBuffer.wrap(decompressed(compressed));
    }

    private static byte[] decompressed(byte[] compressed) {
        long size = Zstd.getFrameContentSize(compressed);
        if (size <= 0 || size > MOST) {
            throw new IllegalArgumentException("no packed baseline: " + size + " bytes");
        }
        return Zstd.decompress(compressed, (int) size);
    }

    int count() {
        int value = 0;
        int shift = 0;
        byte next = bytes.get();
        while (next < 0) {
            value |= (next & 0x7f) << shift;
            shift += 7;
            next = bytes.get();
        }
        return value | next << shift;
    }

    boolean flag() {
        return count() == 1;
    }

    long hash() {
        return bytes.getLong();
    }

    double real() {
        return Double.longBitsToDouble(hash());
    }

    float share() {
        return bytes.getFloat();
    }

    String text() {
        int known = count();
        if (known > 0) {
            return texts.get(known - 1);
        }
        byte[] encoded = new byte[Math.min(count(), bytes.remaining())];
        bytes.get(encoded);
        String text = new String(encoded, StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }

    <E extends Enum<E>> E word(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    Optional<HiddenReason> hidden() {
        String name = text();
        return name.isEmpty() ? Optional.empty() : Optional.of(HiddenReason.valueOf(name));
    }

    Optional<Instant> moment() {
        boolean present = flag();
        Instant moment = Instant.ofEpochMilli(hash());
        return present ? Optional.of(moment) : Optional.empty();
    }

    Place place() {
        return new Place(text(), count());
    }
}

package vn.vonggac.page;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes values one after the other, each text once, and compresses the whole. */
final class Pack {

    private static final int LEVEL = 9;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final Map<String, Integer> texts = new HashMap<>();

    byte[] compressed() {
        return Zstd.compress(bytes.toByteArray(), LEVEL);
    }

    /** A number that is mostly small and never below zero. */
    Pack count(int value) {
        int rest = value;
        while (rest > 0x7f) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return this;
    }

    Pack flag(boolean value) {
        return count(value ? 1 : 0);
    }

    Pack hash(long value) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    Pack real(double value) {
        return hash(Double.doubleToRawLongBits(value));
    }

    Pack share(float value) {
        bytes.writeBytes(ByteBuffer.allocate(Float.BYTES).putFloat(value).array());
        return this;
    }

    /** A text, in full the first time and by its number from then on. */
    Pack text(String value) {
        Integer known = texts.putIfAbsent(value, texts.size() + 1);
        if (known != null) {
            return count(known);
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        count(0).count(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    Pack word(Enum<?> value) {
        return text(value.name());
    }

    Pack word(Optional<? extends Enum<?>> value) {
        return text(value.map(Enum::name).orElse(""));
    }

    Pack moment(Optional<Instant> value) {
        return flag(value.isPresent()).hash(value.map(Instant::toEpochMilli).orElse(0L));
    }

    Pack place(Place place) {
        return text(place.path()).count(place.line());
    }
}

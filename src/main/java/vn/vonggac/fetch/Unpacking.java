package vn.vonggac.fetch;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Takes a body out of its content encoding, counting what comes out. */
final class Unpacking {

    private static final int BUFFER = 16_384;
    private static final int RATIO_FROM = 1 << 20;
    /** RFC 9659: a larger window is not allowed on the web, and costs memory before a byte came out. */
    private static final int ZSTD_WINDOW = 23;

    private final FetchConfig.Limits limits;

    Unpacking(FetchConfig.Limits limits) {
        this.limits = limits;
    }

    /** The bytes as unpacked so far, and why not further; a body in no encoding is handed back as it is. */
    Received unpack(Received came, List<String> declared) {
        List<String> codings = declared.stream().flatMap(value -> Arrays.stream(value.split(",")))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty() && !value.equals("identity")).toList();
        if (codings.isEmpty() || came.bytes().length == 0) {
            return came;
        }
        if (codings.size() > 1) {
            return new Received(new byte[0], Optional.of(Body.Cut.ENCODING_REFUSED));
        }
        return switch (codings.getFirst()) {
            case "gzip", "x-gzip" -> opened(came, Unpacking::gzip);
            case "deflate" -> opened(came, Unpacking::deflate);
            case "br" -> opened(came, Unpacking::brotli);
            case "zstd" -> opened(came, Unpacking::zstd);
            default -> new Received(new byte[0], Optional.of(Body.Cut.ENCODING_REFUSED));
        };
    }

    private Received opened(Received came, Opener opener) {
        try (InputStream in = opener.open(new ByteArrayInputStream(came.bytes()))) {
            return counted(in, came);
        } catch (IOException e) {
            // the encoding is a lie, here and below: what came is all there is to see
            return new Received(came.bytes(), Optional.of(came.cut().orElse(Body.Cut.MALFORMED)));
        }
    }

    private Received counted(InputStream in, Received came) {
        long ratio = Math.max(RATIO_FROM, (long) came.bytes().length * limits.ratio());
        int most = (int) Math.min(limits.decoded(), ratio);
        byte[] bytes = new byte[Math.min(most, Math.max(BUFFER, came.bytes().length * 5))];
        int count = 0;
        try {
            for (int more = 0; more >= 0 && count < most; count += Math.max(more, 0)) {
                if (count == bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(most, bytes.length * 2L));
                }
                more = in.read(bytes, count, bytes.length - count);
            }
            Optional<Body.Cut> cut = count < most || in.read() < 0
                    ? came.cut()
                    : Optional.of(most < limits.decoded() ? Body.Cut.RATIO : Body.Cut.DECODED_LIMIT);
            return new Received(Arrays.copyOf(bytes, count), cut);
        } catch (IOException e) {
            Body.Cut why = e instanceof EOFException ? Body.Cut.CONNECTION_LOST : Body.Cut.MALFORMED;
            byte[] seen = count == 0 ? came.bytes() : Arrays.copyOf(bytes, count);
            return new Received(seen, Optional.of(came.cut().orElse(why)));
        }
    }

    private static InputStream gzip(InputStream in) throws IOException {
        return new GZIPInputStream(in, BUFFER);
    }

    /** With the header that the standard asks for, or without, as some servers send it. */
    private static InputStream deflate(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        boolean headed = (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!headed), BUFFER) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end();
            }
        };
    }

    private static InputStream brotli(InputStream in) throws IOException {
        Brotli4jLoader.ensureAvailability();
        return new BrotliInputStream(in, BUFFER);
    }

    private static InputStream zstd(InputStream in) throws IOException {
        ZstdInputStream unpacked = new ZstdInputStream(in);
        unpacked.setLongMax(ZSTD_WINDOW);
        return unpacked;
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open(InputStream in) throws IOException;
    }
}

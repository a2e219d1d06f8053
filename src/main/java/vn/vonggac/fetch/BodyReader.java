package vn.vonggac.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Reads a body up to a limit; what came before a failure is kept. */
final class BodyReader {

    private static final int BUFFER = 16_384;
    /** A declared length is only believed so far; a lie costs no more memory than this. */
    private static final int BELIEVED = 262_144;

    private final int limit;
    private final IntPredicate budget;
    private byte[] bytes;
    private int count;

    BodyReader(int limit, long declared, IntPredicate budget) {
        this.limit = limit;
        this.budget = budget;
        long size = declared < 0 ? BUFFER : Math.min(declared, BELIEVED) + 1;
        bytes = new byte[(int) Math.clamp(size, 1, Math.max(limit, 1))];
    }

    Received read(InputStream in) {
        try {
            return received(fill(in));
        } catch (TruncatedChunkException e) {
            return received(Optional.of(Body.Cut.CONNECTION_LOST));
        } catch (MalformedChunkCodingException | MessageConstraintException e) {
            return received(Optional.of(Body.Cut.MALFORMED));
        } catch (IOException e) {
            return received(Optional.of(Body.Cut.CONNECTION_LOST));
        }
    }

    private Optional<Body.Cut> fill(InputStream in) throws IOException {
        while (count < limit) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(limit, bytes.length * 2L));
            }
            int more = in.read(bytes, count, bytes.length - count);
            if (more < 0) {
                return Optional.empty();
            }
            count += more;
            if (!budget.test(more)) {
                return Optional.of(Body.Cut.BUDGET);
            }
        }
        return in.read() < 0 ? Optional.empty() : Optional.of(Body.Cut.RECEIVED_LIMIT);
    }

    private Received received(Optional<Body.Cut> cut) {
        return new Received(count == bytes.length ? bytes : Arrays.copyOf(bytes, count), cut);
    }
}

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
        bytes = new byte[(int) Math.min(limit, declared < 0 ? BUFFER : Math.min(declared, BELIEVED))];
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
        while (true) {
            int more = count < bytes.length ? in.read(bytes, count, bytes.length - count) : oneMore(in);
            if (more < 0) {
                return Optional.empty();
            }
            if (more == 0) {
                return Optional.of(Body.Cut.RECEIVED_LIMIT);
            }
            count += more;
            if (!budget.test(more)) {
                return Optional.of(Body.Cut.BUDGET);
            }
        }
    }

    /** The buffer is full, as it is at the end of a body of declared length: grows only when there is more. */
    private int oneMore(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0 || count >= limit) {
            return next < 0 ? -1 : 0;
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(BUFFER, bytes.length * 2L)));
        bytes[count] = (byte) next;
        return 1;
    }

    private Received received(Optional<Body.Cut> cut) {
        return new Received(count == bytes.length ? bytes : Arrays.copyOf(bytes, count), cut);
    }
}

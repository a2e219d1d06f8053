package vn.vonggac.page;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * A page handed to the parser until the deadline or the bound on tags: a parser cannot be interrupted, but it stops
 * where its input ends. Decoded piece by piece right into the parser's buffer, so that no text of all of it is made.
 */
final class BoundedInput extends Reader {

    private final ByteBuffer source;
    private final CharsetDecoder decoder;
    private final int mostTags;
    private final long deadline;
    private int tags;
    private boolean late;

    /** @param known how many tags there are, as far as they were counted before */
    BoundedInput(ByteBuffer source, Charset charset, int known, PageConfig config) {
        this.source = source;
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.mostTags = known < config.nodes() / 2 ? Integer.MAX_VALUE : config.nodes();
        this.deadline = System.nanoTime() + config.deadline().toNanos();
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (!source.hasRemaining() || tags > mostTags || late) {
            return -1;
        }
        late = System.nanoTime() - deadline > 0;
        CharBuffer room = CharBuffer.wrap(buffer, offset, length);
        decoder.decode(source, room, true);
        if (mostTags < Integer.MAX_VALUE) {
            count(buffer, offset, room.position());
        }
        return room.position() - offset;
    }

    private void count(char[] buffer, int from, int to) {
        for (int at = from; at < to; at++) {
            tags += buffer[at] == '<' ? 1 : 0;
        }
    }

    void sayGaps(Gathered gathered) {
        if (source.hasRemaining()) {
            gathered.gap(late ? Gap.Reason.DEADLINE : Gap.Reason.TOO_MANY_NODES,
                    source.position() + "/" + source.limit());
        }
    }

    @Override
    public void close() {}
}

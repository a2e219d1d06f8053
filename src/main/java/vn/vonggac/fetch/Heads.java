package vn.vonggac.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.AbstractMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heads of answers. Unlike the library's own parser it takes no line before the status line, keeps a
 * header line without a colon as evidence, and lets one see whether more came than the answer declares.
 */
final class Heads extends AbstractMessageParser<ClassicHttpResponse> {

    private static final Lines LINES = new Lines();

    Heads(Http1Config config) {
        super(config, LINES);
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer line) throws ParseException {
        StatusLine status = LINES.parseStatusLine(line);
        Head head = new Head(status.getStatusCode(), status.getReasonPhrase());
        head.setVersion(status.getProtocolVersion());
        return head;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
            throws IOException, HttpException {
        Ending watched = new Ending(in);
        ClassicHttpResponse response = super.parse(buffer, watched);
        if (response != null && watched.ended) {
            throw new ConnectionClosedException("Closed within the head");
        }
        if (response instanceof Head head) {
            head.buffer = buffer;
        }
        return response;
    }

    /** An answer's head that knows the connection it came on. */
    static final class Head extends BasicClassicHttpResponse {

        private static final long serialVersionUID = 1;

        private transient @Nullable SessionInputBuffer buffer;

        private Head(int status, @Nullable String reason) {
            super(status, reason);
        }

        /** Whether bytes were read behind the answer, which would pass for the answer to the next request. */
        boolean isFollowed() {
            return buffer != null && buffer.length() > 0;
        }
    }

    /** Knows whether the end was reached, which within a head the library takes for the head's end. */
    private static final class Ending extends FilterInputStream {

        private boolean ended;

        private Ending(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int count = super.read(bytes, start, length);
            ended |= count < 0;
            return count;
        }
    }

    private static final class Lines extends LazyLaxLineParser {

        @Override
        public Header parseHeader(CharArrayBuffer line) throws ParseException {
            return line.indexOf(':') > 0 ? super.parseHeader(line) : new BasicHeader(line.toString(), "");
        }
    }
}

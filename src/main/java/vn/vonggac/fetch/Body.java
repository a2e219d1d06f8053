package vn.vonggac.fetch;

import java.util.Optional;

/**
 * A body as received and as decoded from its content encoding. The arrays are not copied: they are handed on to
 * be read, not changed.
 *
 * @param contentType as declared, empty when nothing was
 * @param kind what the bytes are, whatever the header says
 * @param cut why there may be more than this
 */
@SuppressWarnings("ArrayRecordComponent")
public record Body(byte[] received, byte[] decoded, String contentType, MediaKind kind, Optional<Cut> cut) {

    public enum Cut {
        /** More came than is kept. */
        RECEIVED_LIMIT,
        /** Unpacked to more than is kept. */
        DECODED_LIMIT,
        /** Unpacks to absurdly more than came: a bomb. */
        RATIO,
        /** The exchange's time was over. */
        DEADLINE,
        /** Closed or reset before the declared end. */
        CONNECTION_LOST,
        /** The chunks or the packed data are broken. */
        MALFORMED,
        /** An unknown content encoding, or several on top of each other; received only. */
        ENCODING_REFUSED,
        /** The portal's bytes for this hour ran out. */
        BUDGET;

        /** The message key of its text for people. */
        public String key() {
            return Keys.of("fetch.cut.", this);
        }
    }

    /** The decoded bytes as text, and how their charset was found. */
    public Decoding text() {
        return Decoding.of(decoded, Decoding.charsetOf(contentType));
    }
}

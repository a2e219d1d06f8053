package vn.vonggac.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Site maps and feeds that come as gzip files; other gzip files are for people to download, and stay what they are. */
final class PackedXml {

    /** A site map may be this large before search engines refuse it. */
    private static final int LARGEST = 50 << 20;

    private PackedXml() {}

    static PageSource opened(PageSource source) {
        byte[] body = source.body();
        boolean gzip = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
        return gzip
                ? inside(source).filter(opened -> Sniffer.format(opened) == Format.XML).orElse(source)
                : source;
    }

    private static Optional<PageSource> inside(PageSource source) {
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(source.body()))) {
            byte[] body = packed.readNBytes(LARGEST);
            return Optional.of(new PageSource(source.url(), body, Optional.empty(),
                    source.truncated() || packed.read() >= 0));
        } catch (IOException brokenOrNoGzip) {
            return Optional.empty();
        }
    }
}

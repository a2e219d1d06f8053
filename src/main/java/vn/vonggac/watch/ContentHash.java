package vn.vonggac.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.page.PageContent;

/** What a page says, in a length that a column holds: words, links and scripts, not how it is laid out. */
final class ContentHash {

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    private ContentHash() {}

    static String of(PageContent content) {
        ContentHash hash = new ContentHash();
        hash.add(content.title());
        content.blocks().forEach(block -> hash.add(block.text()));
        content.links().forEach(link -> hash.add(link.target()));
        content.scripts().forEach(script -> hash.add(script.source() + script.hash()));
        content.frames().forEach(frame -> hash.add(frame.source()));
        content.metas().forEach(meta -> hash.add(meta.name() + meta.content()));
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}

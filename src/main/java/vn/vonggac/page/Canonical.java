package vn.vonggac.page;

/**
 * What a page says, as one hash: its texts, addresses and scripts without volatile tokens. Two visits with the same
 * one say the same, and one copy of them is enough.
 */
final class Canonical {

    private long hash = 1;

    private Canonical() {}

    static long hash(PageContent page) {
        Canonical canonical = new Canonical();
        canonical.text(page.title());
        for (Block block : page.blocks()) {
            if (block.hidden().filter(reason -> reason == HiddenReason.COMMENT).isEmpty()) {
                canonical.add(block.hidden().isPresent() ? 1 : 0);
                canonical.text(block.text());
            }
        }
        page.links().forEach(link -> canonical.address(link.target()));
        page.scripts().forEach(canonical::script);
        page.frames().forEach(frame -> canonical.address(frame.source()));
        page.forms().forEach(form -> canonical.address(form.action()));
        page.images().forEach(image -> canonical.address(image.source()));
        page.refreshes().forEach(refresh -> canonical.text(refresh.target()));
        return Hashes.finish(canonical.hash);
    }

    private void script(Script script) {
        if (script.source().isEmpty()) {
            add(Hashes.of(Mask.DIGITS.of(script.text())));
        } else {
            address(script.source());
        }
    }

    private void text(String text) {
        add(Hashes.of(Mask.NUMBERS.of(text)));
    }

    /** Queries carry sessions and versions more often than meaning, and what they mean shows in the words. */
    private void address(String url) {
        int query = url.indexOf('?');
        add(Hashes.of(Mask.DIGITS.of(query < 0 ? url : url.substring(0, query))));
    }

    private void add(long value) {
        hash = Hashes.mix(hash, value);
    }
}

package vn.vonggac.page;

/** Something that a page said: all its runs, under whichever views, that say the same. */
public record Saying(long portalId, String url, String urlHash, long canonical) {

    static Saying of(PageCopy run) {
        return new Saying(run.portalId(), run.url(), run.urlHash(), run.canonical());
    }
}

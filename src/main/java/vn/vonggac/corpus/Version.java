package vn.vonggac.corpus;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.vonggac.page.PageContent;

/**
 * Something that a page of a portal said, under which views, from when to when; {@code hash} is the same as long as it
 * says the same. {@code source} names the run of copies it was read from, {@code added} is what was not known of the
 * page before.
 */
public record Version(long portal, long agency, String url, String hash, SortedSet<String> views, long source,
        Instant seenFrom, Instant seenTo, boolean stillThere, String verdict, PageContent content,
        List<String> added) {

    public Version {
        views = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(views));
        added = List.copyOf(added);
    }

    String id() {
        return id(portal, url, hash);
    }

    public static String id(long portal, String url, String hash) {
        return portal + "\n" + url + "\n" + hash;
    }

    String shownViews() {
        return String.join("\n", views);
    }
}

package vn.vonggac.detect;

import java.util.List;

/**
 * A small page of our own making that a detector raises on, or stays silent on. What is called {@code name} here has
 * its title for people under {@code detector.example.<name>}.
 */
public record Example(String name, boolean raises, String url, String html, String baseline,
        List<String> others, List<OtherView> views, Around around) {

    /** The same page as another view sees it, or where it is sent instead. */
    public record OtherView(String view, String html, List<String> redirects) {

        public OtherView {
            redirects = List.copyOf(redirects);
        }
    }

    public Example {
        others = List.copyOf(others);
        views = List.copyOf(views);
    }

    /** The message that says what it shows. */
    public String title() {
        return "detector.example." + name;
    }

    public static Example raises(String name, String html) {
        return new Example(name, true, "https://so-xay-dung.example.gov.vn/tin-tuc/1", html, "", List.of(),
                List.of(), Around.NOTHING);
    }

    public static Example silent(String name, String html) {
        return new Example(name, false, "https://so-xay-dung.example.gov.vn/tin-tuc/1", html, "", List.of(),
                List.of(), Around.NOTHING);
    }

    public Example at(String address) {
        return new Example(name, raises, address, html, baseline, others, views, around);
    }

    /** What the page normally says. */
    public Example normally(String usual) {
        return new Example(name, raises, url, html, usual, others, views, around);
    }

    /** What the other pages of the portal say. */
    public Example amongst(List<String> pages) {
        return new Example(name, raises, url, html, baseline, pages, views, around);
    }

    public Example seenBy(OtherView... seen) {
        return new Example(name, raises, url, html, baseline, others, List.of(seen), around);
    }

    /** What was found around the page; one that failed brought nothing home. */
    public Example with(Around facts) {
        return new Example(name, raises, url, html, baseline, others, views, facts);
    }
}

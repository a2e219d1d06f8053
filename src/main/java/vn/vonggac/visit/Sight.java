package vn.vonggac.visit;

import java.util.Optional;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.PageSource;

/**
 * What one view brought home: how the server answered, where there was one, and the bytes. {@code refused} is a
 * protection's answer instead of the page: its words are judged, but it is not compared with what the page normally
 * says.
 */
public record Sight(String view, Optional<Trail> trail, PageSource source, boolean refused) {

    public static final String CITIZEN = "citizen";

    public Sight(String view, Optional<Trail> trail, PageSource source) {
        this(view, trail, source, false);
    }

    /** Bytes nobody fetched: a file, a text, a draft. */
    public static Sight given(PageSource source) {
        return new Sight(CITIZEN, Optional.empty(), source);
    }
}

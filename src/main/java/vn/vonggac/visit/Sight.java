package vn.vonggac.visit;

import java.util.Optional;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.PageSource;

/** What one view brought home: how the server answered, where there was one, and the bytes. */
public record Sight(String view, Optional<Trail> trail, PageSource source) {

    public static final String CITIZEN = "citizen";

    /** Bytes nobody fetched: a file, a text, a draft. */
    public static Sight given(PageSource source) {
        return new Sight(CITIZEN, Optional.empty(), source);
    }
}

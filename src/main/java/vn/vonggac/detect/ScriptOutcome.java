package vn.vonggac.detect;

import java.util.List;
import java.util.Set;
import vn.vonggac.page.Place;

/**
 * What one script would do. {@code writes} is markup it puts on the page, to be read as page content once more;
 * {@code decoded} is text it keeps encoded, bounded; {@code finished} is false when a bound stopped the reading.
 */
public record ScriptOutcome(Place place, List<String> writes, List<Target> targets, Set<Sign> signs,
        String decoded, boolean finished) {

    public ScriptOutcome {
        writes = List.copyOf(writes);
        targets = List.copyOf(targets);
        signs = Set.copyOf(signs);
    }

    /** An absolute address that the script loads or sends the visitor to, and which visitors get it. */
    public record Target(String url, Means means, Set<Visitor> visitors) {

        public Target {
            visitors = Set.copyOf(visitors);
        }

        /** Whether it depends on who is looking. */
        public boolean conditional() {
            return visitors.size() < Visitor.values().length;
        }
    }

    /** What the script does with the address. */
    public enum Means {
        LOCATION, POPUP, FRAME, SCRIPT
    }

    /** Who may be looking. */
    public enum Visitor {
        CITIZEN, FROM_SEARCH, PHONE, SEARCH_ENGINE
    }

    /** How a script hides what it says. */
    public enum Sign {
        PACKER, CHARACTER_CODES, BASE64, PERCENT_ESCAPES, CHARACTER_ESCAPES, REVERSED, JOINED, STRING_TABLE, SYMBOLS_ONLY, EVALUATED_TEXT
    }
}

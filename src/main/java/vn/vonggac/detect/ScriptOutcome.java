package vn.vonggac.detect;

import java.util.EnumSet;
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

    /**
     * What the script does with the address. What a module's is runs, what is answered from an address that is
     * obeyed decides where visitors go or what runs, is streamed or relayed into the page as it comes; one
     * that is named only stands there, for whatever a person or an event may start.
     */
    public enum Means {
        LOCATION, POPUP, FRAME, SCRIPT, MODULE, OBEYED, STREAMED, RELAYED, NAMED;

        private static final Set<Means> DEEDS = EnumSet.of(LOCATION, POPUP, FRAME, SCRIPT);

        /** Whether the script itself takes somebody or something to the address or brings it from there. */
        public boolean isDeed() {
            return DEEDS.contains(this);
        }
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

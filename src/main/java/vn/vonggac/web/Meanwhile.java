package vn.vonggac.web;

import java.time.Instant;
import java.util.Map;

/**
 * That somebody else changed what a form is about after it was opened.
 *
 * @param who did, and {@code at} when; as far as the trail says
 * @param theirs what stands there now in the fields that differ from what was typed
 */
public record Meanwhile(String who, Instant at, Map<String, String> theirs) {

    public Meanwhile {
        theirs = Map.copyOf(theirs);
    }
}

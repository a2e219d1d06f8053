package vn.vonggac.detect;

import java.util.List;
import vn.vonggac.page.Place;

/**
 * Evidence: who found it, how sure, under which view, where, and the words found. {@code message} is a message key
 * and {@code arguments} what it is filled with; {@code hosts} are the planted hosts it names, which tie incidents
 * together.
 */
public record Finding(String detector, Family family, Severity severity, double confidence, String view,
        Place place,
        String quote, String message, List<String> arguments, List<String> hosts) {

    private static final int LONGEST_QUOTE = 300;

    public Finding {
        arguments = List.copyOf(arguments);
        hosts = List.copyOf(hosts);
        quote = quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE) + "…" : quote;
        confidence = Math.clamp(confidence, 0, 1);
    }

    /** A finding of this detector with its own message. */
    public static Finding of(Detector detector, Severity severity, double confidence, String view,
            Place place,
            String quote, String... arguments) {
        return new Finding(detector.id(), detector.family(), severity, confidence, view, place, quote,
                "detector." + detector.id(), List.of(arguments), List.of());
    }

    /** The same in the words for one case of several: {@code detector.<id>.<which>}. */
    public Finding saying(String which) {
        return new Finding(detector, family, severity, confidence, view, place, quote, message + "." + which,
                arguments, hosts);
    }

    /** The same, in the words for one where it is about one thing alone. */
    public Finding counting(int things) {
        return things == 1 ? saying("one") : this;
    }

    /** The same as a matter of how the portal is kept: nothing was planted yet. */
    public Finding asPosture() {
        return new Finding(detector, Family.POSTURE, severity, confidence, view, place, quote, message,
                arguments, hosts);
    }

    public Finding naming(List<String> planted) {
        return new Finding(detector, family, severity, confidence, view, place, quote, message, arguments,
                planted);
    }
}

package vn.vonggac.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.audit.Slug;
import vn.vonggac.incident.Outline;

/**
 * What is said, in words and as facts.
 *
 * @param key names this message wherever it arrives: one that comes a second time can be known by it
 * @param thread names what all messages of one incident belong to
 * @param opening whether it is the first of its thread, and not one that begins again
 * @param sms the same in at most 160 plain letters
 * @param link the incident's page at the desk; empty for a test
 */
record Telling(String key, String thread, boolean opening, String event, Instant at, String subject,
        String text, String sms, String link, Optional<Facts> facts) {

    /** What programs want to know. */
    record Facts(Outline incident, String agency, String home, List<String> deeds) {

        Facts {
            deeds = List.copyOf(deeds);
        }
    }

    /** What stands in the places of a template. */
    Map<String, String> places(String to, String secret) {
        return Map.ofEntries(Map.entry("subject", subject), Map.entry("text", text), Map.entry("sms", sms),
                Map.entry("link", link), Map.entry("event", event),
                Map.entry("severity", facts.map(known -> Slug.of(known.incident().severity())).orElse("")),
                Map.entry("portal", facts.map(known -> known.incident().named()).orElse("")),
                Map.entry("agency", facts.map(Facts::agency).orElse("")),
                Map.entry("incident", facts.map(known -> Long.toString(known.incident().id())).orElse("")),
                Map.entry("to", to), Map.entry("secret", secret));
    }
}

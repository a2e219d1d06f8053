package vn.vonggac.incident;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something an incident can be known again by on another portal. Of long texts only the stretches with the smallest
 * hashes are kept: two texts that share much share many of them.
 */
record Trace(Kind kind, String trace) {

    static final int MOST_STRETCHES = 64;
    private static final int MOST_FILES = 100;
    private static final int STRETCH = 4;
    private static final int SHORTEST_SCRIPT = 40;

    /** What is shared; the surest first. */
    public enum Kind {
        HOST, FILE, SCRIPT, TEXT
    }

    static Set<Trace> of(Incident incident, List<Exhibit> exhibits, CampaignRules rules) {
        Stream<Trace> hosts = incident.cause().domains().stream()
                .filter(domain -> !rules.everybodys().contains(domain))
                .map(host -> new Trace(Kind.HOST, host));
        return Stream.of(hosts, files(incident, exhibits), scripts(incident, rules), texts(incident, rules))
                .flatMap(traces -> traces).collect(Collectors.toSet());
    }

    /** Bytes of which a view had a finding; what other views saw of the page is not what was planted. */
    private static Stream<Trace> files(Incident incident, List<Exhibit> exhibits) {
        Set<String> suspect = incident.evidence().stream()
                .map(told -> told.page() + "\n" + told.finding().view()).collect(Collectors.toSet());
        return exhibits.stream().filter(one -> suspect.contains(one.page() + "\n" + one.view()))
                .map(Exhibit::hash).distinct().limit(MOST_FILES).map(hash -> new Trace(Kind.FILE, hash));
    }

    private static Stream<Trace> scripts(Incident incident, CampaignRules rules) {
        return incident.findings().stream().filter(found -> rules.scripts().contains(found.detector()))
                .map(found -> found.quote().replaceAll("[\\s\\d]+", ""))
                .filter(script -> script.length() >= SHORTEST_SCRIPT)
                .map(script -> new Trace(Kind.SCRIPT, hash(script))).distinct();
    }

    private static Stream<Trace> texts(Incident incident, CampaignRules rules) {
        return stretches(incident.findings().stream()
                .filter(found -> !rules.scripts().contains(found.detector()))
                .map(found -> Cause.words(found.quote())).distinct().toList()).stream().sorted()
                .limit(MOST_STRETCHES).map(stretch -> new Trace(Kind.TEXT, stretch));
    }

    private static Set<String> stretches(Collection<String> texts) {
        Set<String> stretches = new HashSet<>();
        for (String text : texts) {
            List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
            for (int i = 0; i + STRETCH <= words.size(); i++) {
                stretches.add(hash(String.join(" ", words.subList(i, i + STRETCH))));
            }
        }
        return stretches;
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

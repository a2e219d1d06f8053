package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.ScriptReader;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;

/**
 * Reads the scripts of a page in three steps, each on fewer scripts than the one before: words that must be there for
 * a script to matter; its constant strings and where they go; and a run in the sandbox for those whose strings say
 * that they hide something or lead away. What all others say to people is taken as written on the page: there are more
 * ways to put a sentence there than can be listed.
 */
@Singleton
final class Scripts implements ScriptReader {

    private static final int MOST_SENTENCES = 50;

    private final ScriptBounds bounds;

    Scripts(ScriptBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public List<ScriptOutcome> read(PageContent content) {
        List<ScriptOutcome> outcomes = new ArrayList<>();
        List<String> said = new ArrayList<>();
        int runs = bounds.runs();
        for (Script script : content.scripts()) {
            if (!ScriptTriage.mayMatter(script)) {
                said.addAll(said(script, MOST_SENTENCES - said.size()));
                named(script, content.url()).ifPresent(outcomes::add);
                continue;
            }
            ScriptReading reading = new ScriptReading(script, content.url(), bounds, runs);
            reading.outcome().ifPresent(outcomes::add);
            runs -= reading.runs();
        }
        if (!said.isEmpty()) {
            String markup = said.stream().map(ScriptReading::markup).collect(Collectors.joining());
            outcomes.add(new ScriptOutcome(Place.NOWHERE, List.of(markup), List.of(), Set.of(), "", true));
        }
        return outcomes;
    }

    private static Optional<ScriptOutcome> named(Script script, String page) {
        List<Target> named = ScriptAddresses.in(script.text()).stream()
                .filter(address -> ScriptReading.leadsAway(address, page)).map(ScriptReading::named).toList();
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScriptOutcome(script.place(), List.of(), named, Set.of(), "", true));
    }

    private static List<String> said(Script script, int room) {
        return ScriptReading.atLoad(script) ? ScriptStrings.sentences(script.text(), room) : List.of();
    }
}

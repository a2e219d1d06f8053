package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptReader;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Script;

/**
 * Reads the scripts of a page in three steps, each on fewer scripts than the one before: words that must be there for
 * a script to matter; its constant strings and where they go; and a run in the sandbox for those whose strings say
 * that they hide something or lead away.
 */
@Singleton
final class Scripts implements ScriptReader {

    private final ScriptBounds bounds;

    Scripts(ScriptBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public List<ScriptOutcome> read(PageContent content) {
        List<ScriptOutcome> outcomes = new ArrayList<>();
        int runs = bounds.runs();
        for (Script script : content.scripts()) {
            if (!ScriptTriage.mayMatter(script)) {
                continue;
            }
            ScriptReading reading = new ScriptReading(script, content.url(), bounds, runs);
            reading.outcome().ifPresent(outcomes::add);
            runs -= reading.runs();
        }
        return outcomes;
    }
}

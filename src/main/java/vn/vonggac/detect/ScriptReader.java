package vn.vonggac.detect;

import java.util.List;
import vn.vonggac.page.PageContent;

/**
 * Tells what the scripts of a page would write and where they would go, without a browser. Cheap on ordinary pages:
 * only scripts that could matter are looked at closer, and those within small bounds of time and memory.
 */
public interface ScriptReader {

    /** Reads no scripts. */
    ScriptReader NONE = content -> List.of();

    /** What was learned of each script that does something worth telling; the others have no outcome. */
    List<ScriptOutcome> read(PageContent content);
}

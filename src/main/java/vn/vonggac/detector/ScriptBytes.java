package vn.vonggac.detector;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** Lists of bytes as scripts use them to hold text. */
final class ScriptBytes {

    private static final int MOST = 200_000;

    private ScriptBytes() {}

    /** The text that a list of numbers spells in UTF-8. */
    static String text(Object list) {
        if (!(list instanceof Scriptable bytes)) {
            return "";
        }
        ByteArrayOutputStream spelled = new ByteArrayOutputStream();
        for (int i = 0; i < MOST && bytes.has(i, bytes); i++) {
            spelled.write((int) Context.toNumber(bytes.get(i, bytes)));
        }
        return spelled.toString(StandardCharsets.UTF_8);
    }
}

package vn.vonggac.detector;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * What a run may still use: instructions, and characters and elements that native calls handle, which the instruction
 * count does not see. Time and memory are the last line, for what neither sees.
 */
final class ScriptMeter {

    /** A bound was reached. An error and not an exception, so that a script cannot catch it. */
    static final class Exhausted extends Error {

        private static final long serialVersionUID = 1;

        Exhausted(String bound) {
            super(bound, null, false, false);
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long instructions;
    private final long handled;
    private final long deadline;
    private final long allocated;
    private long used;
    private long charged;

    ScriptMeter(ScriptBounds bounds) {
        this.instructions = bounds.instructions();
        this.handled = bounds.handled();
        this.deadline = System.nanoTime() + bounds.time().toNanos();
        this.allocated = THREADS.getCurrentThreadAllocatedBytes() + bounds.allocated();
    }

    void instructions(int count) {
        used += count;
        if (used > instructions) {
            throw new Exhausted("instructions");
        }
        if (System.nanoTime() > deadline) {
            throw new Exhausted("time");
        }
        if (THREADS.getCurrentThreadAllocatedBytes() > allocated) {
            throw new Exhausted("memory");
        }
    }

    void charge(double amount) {
        charged += (long) Math.min(amount, handled + 1.0);
        if (charged > handled) {
            used = instructions;
            throw new Exhausted("characters");
        }
    }

    /** How much a native call that is given this value may have to go through. */
    static double size(Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        }
        if (value instanceof Scriptable thing && !(value instanceof org.mozilla.javascript.Function)) {
            return ScriptableObject.getProperty(thing, "length") instanceof Number length
                    ? Math.max(0, length.doubleValue())
                    : 1;
        }
        return 1;
    }
}

package vn.vonggac.detector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.ErrorReporter;
import org.mozilla.javascript.Evaluator;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;

/**
 * Runs a script where nothing is real: no Java, no input or output, a fixed clock, a page that only records. What a
 * script can use of time and memory is metered, in native calls too.
 */
final class ScriptSandbox {

    private static final int DEEPEST = 300;

    private static final int MOST_CALLBACKS = 40;

    private ScriptSandbox() {}

    /** Runs the scripts one after the other as one page does, for one visitor. */
    static ScriptRecord run(List<String> scripts, String url, ScriptVisitor visitor, ScriptBounds bounds) {
        ScriptMeter meter = new ScriptMeter(bounds);
        ScriptRecord record = new ScriptRecord();
        try (Context context = new Bounded(meter, record).enterContext()) {
            ScriptWindow window = new ScriptWindow(url, visitor, record);
            context.initSafeStandardObjects(window);
            ScriptNatives.bound(window, meter, visitor, record);
            window.furnish();
            for (String script : scripts) {
                attempt(record,
                        () -> context.evaluateString(window, ScriptSyntax.older(script), "script", 1, null));
            }
            runCallbacks(context, window, record);
        } catch (ScriptMeter.Exhausted | StackOverflowError e) {
            record.stopped();
        }
        return record;
    }

    private static void runCallbacks(Context context, ScriptWindow window, ScriptRecord record) {
        Deque<Object> waiting = new ArrayDeque<>();
        for (int i = 0; i < MOST_CALLBACKS; i++) {
            waiting.addAll(record.takeCallbacks());
            Object next = waiting.poll();
            if (next == null) {
                return;
            }
            attempt(record, () -> call(context, window, next));
        }
    }

    private static void call(Context context, ScriptWindow window, Object callback) {
        if (callback instanceof Function function) {
            function.call(context, window, window, new Object[]{window.nothing()});
        } else {
            context.evaluateString(window, Context.toString(callback), "callback", 1, null);
        }
    }

    /** A script that fails leaves what it did until then, as in a browser. */
    private static void attempt(ScriptRecord record, Runnable step) {
        try {
            step.run();
        } catch (RhinoException e) {
            record.failed();
        } catch (IllegalStateException | IllegalArgumentException | ClassCastException
                | IndexOutOfBoundsException | NegativeArraySizeException | ArithmeticException
                | NullPointerException e) {
            // the engine's own mistakes on twisted input are the script's failure, not ours
            record.failed();
        }
    }

    private static final class Bounded extends ContextFactory {

        private final ScriptMeter meter;
        private final ScriptRecord record;

        Bounded(ScriptMeter meter, ScriptRecord record) {
            this.meter = meter;
            this.record = record;
        }

        @Override
        protected Context makeContext() {
            Context context = new Metered(this, meter, record);
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setInterpretedMode(true);
            context.setInstructionObserverThreshold(500);
            context.setMaximumInterpreterStackDepth(DEEPEST);
            context.setClassShutter(name -> false);
            return context;
        }

        @Override
        protected boolean hasFeature(Context context, int feature) {
            Set<Integer> off = Set.of(Context.FEATURE_ENHANCED_JAVA_ACCESS, Context.FEATURE_E4X);
            return !off.contains(feature) && super.hasFeature(context, feature);
        }

        @Override
        protected void observeInstructionCount(Context context, int count) {
            meter.instructions(count);
        }
    }

    /** Every source on its way to the engine gets its string growth metered, evaluated text too. */
    private static final class Metered extends Context {

        private final ScriptMeter meter;
        private final ScriptRecord record;

        Metered(ContextFactory factory, ScriptMeter meter, ScriptRecord record) {
            super(factory);
            this.meter = meter;
            this.record = record;
        }

        @Override
        protected Object compileImpl(Scriptable scope, String source, String name, int line, Object domain,
                boolean asFunction, Evaluator compiler, ErrorReporter reporter,
                Consumer<CompilerEnvirons> environs) {
            meter.charge(source.length() * 4.0);
            if (!name.equals("script")) {
                record.evaluated(source);
            }
            String metered = ScriptGrowth.metered(source, this);
            return super.compileImpl(scope, metered, name, line, domain, asFunction, compiler, reporter,
                    environs);
        }
    }
}

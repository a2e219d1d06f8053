package vn.vonggac.detector;

import java.util.List;
import java.util.Set;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/**
 * The engine's natives, metered: each call is charged for what it goes through and what it makes, before where that
 * can be foreseen. What no page needs and nothing bounds is taken away.
 */
final class ScriptNatives {

    private static final long NOON = 1_700_000_000_000L;
    private static final Set<String> KEPT = Set.of("Object", "Function", "Error", "decodeURI",
            "decodeURIComponent", "encodeURI", "encodeURIComponent", "escape", "isFinite", "isNaN",
            "parseFloat", "parseInt", "unescape", "eval", "NaN", "Infinity", "undefined", "EvalError",
            "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError", "Array", "String",
            "Boolean", "Number", "Date", "Math", "JSON", "RegExp", "Symbol", "globalThis");
    private static final List<String> GLOBALS = List.of("escape", "unescape", "encodeURI",
            "encodeURIComponent", "decodeURI", "decodeURIComponent", "parseInt", "parseFloat");
    private static final int MOST_ELEMENTS = 200_000;
    private static final int RARELY = 8;

    private ScriptNatives() {}

    static void bound(ScriptableObject scope, ScriptMeter meter, ScriptVisitor visitor, ScriptRecord record) {
        for (Object id : scope.getAllIds()) {
            if (id instanceof String name && !KEPT.contains(name)) {
                scope.delete(name);
            }
        }
        for (String name : List.of("String", "Array", "RegExp", "Function", "Object")) {
            Scriptable type = object(scope, name);
            meterAll(scope, type, meter);
            meterAll(scope, object(type, "prototype"), meter);
        }
        GLOBALS.forEach(name -> meterOne(scope, scope, name, meter));
        forbid(object(scope, "JSON"), "stringify");
        forbid(object(scope, "String"), "raw");
        fixChance(scope, visitor, record);
        define(scope, ScriptGrowth.METER, new Charge(meter));
        scope.put("Array", scope, new BoundedArray(function(scope, "Array"), scope, meter));
        scope.put("Date", scope, new FixedDate(function(scope, "Date"), scope));
    }

    /** Every visitor has a luck of its own, so that what is left to chance shows as what is shown to some. */
    private static void fixChance(ScriptableObject scope, ScriptVisitor visitor, ScriptRecord record) {
        Scriptable math = object(scope, "Math");
        ScriptableObject.putProperty(math, "random", new ScriptAct(scope, arguments -> {
            record.asked();
            return visitor.luck();
        }));
        ScriptableObject.putProperty(function(scope, "Date"), "now", new Constant((double) NOON));
    }

    private static void forbid(Scriptable owner, String name) {
        ScriptableObject.putProperty(owner, name, new Constant(Undefined.instance));
    }

    private static void meterAll(Scriptable scope, Scriptable owner, ScriptMeter meter) {
        for (Object id : ((ScriptableObject) owner).getAllIds()) {
            if (id instanceof String name && !name.equals("constructor") && !name.equals("prototype")) {
                meterOne(scope, owner, name, meter);
            }
        }
    }

    private static void meterOne(Scriptable scope, Scriptable owner, String name, ScriptMeter meter) {
        if (owner.get(name, owner) instanceof Function target) {
            define((ScriptableObject) owner, name, new Charged(name, target, scope, meter));
        }
    }

    private static void define(ScriptableObject owner, String name, Object value) {
        owner.defineProperty(name, value, ScriptableObject.DONTENUM);
    }

    private static Scriptable object(Scriptable owner, String name) {
        return (Scriptable) owner.get(name, owner);
    }

    private static Function function(Scriptable owner, String name) {
        return (Function) owner.get(name, owner);
    }

    /** Gives back what it is given, and charges for it. */
    private static final class Charge extends BaseFunction {

        private static final long serialVersionUID = 1;

        private final transient ScriptMeter meter;

        Charge(ScriptMeter meter) {
            this.meter = meter;
        }

        @Override
        public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
            Object value = arguments.length == 0 ? Undefined.instance : arguments[0];
            if (value instanceof CharSequence || value instanceof Scriptable) {
                meter.charge(ScriptMeter.size(value));
            }
            return value;
        }
    }

    private static final class Constant extends BaseFunction {

        private static final long serialVersionUID = 1;

        private final transient Object value;

        Constant(Object value) {
            this.value = value;
        }

        @Override
        public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
            return value;
        }
    }

    /** A native that pays before and after. */
    private static final class Charged extends BaseFunction {

        private static final long serialVersionUID = 1;

        private final String name;
        private final transient Function target;
        private final transient ScriptMeter meter;

        Charged(String name, Function target, Scriptable scope, ScriptMeter meter) {
            super(scope, ScriptableObject.getFunctionPrototype(scope));
            this.name = name;
            this.target = target;
            this.meter = meter;
        }

        @Override
        public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
            meter.charge(price(self, arguments));
            Object result = target.call(context, scope, self, arguments);
            if (result instanceof CharSequence || result instanceof Scriptable) {
                meter.charge(ScriptMeter.size(result));
            }
            return result;
        }

        @Override
        public Scriptable construct(Context context, Scriptable scope, Object[] arguments) {
            return target.construct(context, scope, arguments);
        }

        @Override
        public String getFunctionName() {
            return name;
        }

        private double price(Scriptable self, Object[] arguments) {
            double own = self == null ? 1 : ScriptMeter.size(self);
            double given = 0;
            for (Object argument : arguments) {
                given += ScriptMeter.size(argument);
            }
            return switch (name) {
                case "repeat" -> own * number(arguments, 0);
                case "padStart", "padEnd" -> number(arguments, 0);
                case "replace", "replaceAll" -> replaced(own, arguments);
                case "join" -> own * (1 + (arguments.length == 0 ? 1 : ScriptMeter.size(arguments[0])))
                        + elements(self, own);
                case "toString", "toLocaleString" -> 2 * own + elements(self, own);
                case "encodeURIComponent", "encodeURI", "escape" -> 9 * given;
                default -> own + given;
            };
        }

        /** Each match is replaced by the new text, in which {@code $`} stands for all before it. Few places match. */
        private static double replaced(double own, Object[] arguments) {
            if (arguments.length < 2 || arguments[1] instanceof Function) {
                return own * 10;
            }
            String with = Context.toString(arguments[1]);
            double each = with.length()
                    + (with.contains("$`") || with.contains("$'") ? with.length() * own : 0);
            boolean once = arguments[0] instanceof CharSequence;
            return once ? own + each : own + (own + 1) * each / RARELY;
        }

        private static double elements(Scriptable self, double length) {
            double sum = 0;
            for (int i = 0; i < Math.min(length, MOST_ELEMENTS); i++) {
                if (self != null && self.get(i, self) instanceof CharSequence text) {
                    sum += text.length();
                }
            }
            return sum;
        }

        private static double number(Object[] arguments, int index) {
            return index < arguments.length ? Math.max(0, Context.toNumber(arguments[index])) : 0;
        }
    }

    /** {@code Array(n)} with a length nobody pays for. */
    private static final class BoundedArray extends BaseFunction {

        private static final long serialVersionUID = 1;

        private final transient Function target;
        private final transient ScriptMeter meter;

        BoundedArray(Function target, Scriptable scope, ScriptMeter meter) {
            super(scope, ScriptableObject.getFunctionPrototype(scope));
            this.target = target;
            this.meter = meter;
            setImmunePrototypeProperty(target.get("prototype", target));
            setPrototype(target);
        }

        @Override
        public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
            return construct(context, scope, arguments);
        }

        @Override
        public Scriptable construct(Context context, Scriptable scope, Object[] arguments) {
            boolean length = arguments.length == 1 && arguments[0] instanceof Number;
            meter.charge(length ? ((Number) arguments[0]).doubleValue() : arguments.length);
            return target.construct(context, scope, arguments);
        }
    }

    /** It is always the same moment. */
    private static final class FixedDate extends BaseFunction {

        private static final long serialVersionUID = 1;

        private final transient Function target;

        FixedDate(Function target, Scriptable scope) {
            super(scope, ScriptableObject.getFunctionPrototype(scope));
            this.target = target;
            setImmunePrototypeProperty(target.get("prototype", target));
            setPrototype(target);
        }

        @Override
        public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
            return Context.toString(construct(context, scope, arguments));
        }

        @Override
        public Scriptable construct(Context context, Scriptable scope, Object[] arguments) {
            Object[] given = arguments.length == 0 ? new Object[]{(double) NOON} : arguments;
            return target.construct(context, scope, given);
        }
    }
}

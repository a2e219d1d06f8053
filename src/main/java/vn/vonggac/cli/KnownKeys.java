package vn.vonggac.cli;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import vn.vonggac.fetch.AddressRange;

/**
 * The keys of the product, as its own files document them, each with its default. A key that nobody knows or a
 * value of another kind refuses the start, so that a slip of the keyboard is not taken for silence.
 */
final class KnownKeys {

    private static final List<String> FILES = List.of("/application.yml", "/application-serve.yml");
    private static final String OURS = "vonggac.";
    // the launcher's own mark, and the sample's place in a shell
    private static final List<String> NOT_SETTINGS = List.of("vonggac.launched");

    private static final List<String> ADDRESS_RANGES = List.of("vonggac.fetch.allow", "vonggac.notify.allow",
            "vonggac.http.proxies");

    private final Map<String, Object> defaults = new TreeMap<>();

    KnownKeys() {
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(KnownKeys.class.getResourceAsStream(file), file)) {
                flatten("", new Yaml().<Map<String, Object>>load(in), defaults);
            } catch (IOException e) {
                throw new IllegalStateException(file, e);
            }
        }
        defaults.keySet().removeIf(key -> !key.startsWith(OURS));
    }

    Map<String, Object> defaults() {
        return Map.copyOf(defaults);
    }

    private static void flatten(String prefix, Map<?, ?> map, Map<String, Object> into) {
        map.forEach((name, value) -> {
            String key = prefix + NameUtils.hyphenate(String.valueOf(name), true);
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                flatten(key + ".", inner, into);
            } else {
                into.put(key, value == null ? "" : value);
            }
        });
    }

    /** Of the operator's file, every key; of the environment, every variable that looks like ours. */
    void check(Environment environment) {
        for (PropertySource source : environment.getPropertySources()) {
            for (String given : source) {
                refuseUnknown(source.getName(), given);
            }
        }
        defaults.forEach((key, value) -> refuseOtherKind(environment, key, value));
        ADDRESS_RANGES.forEach(key -> refuseOtherThanRanges(environment, key));
    }

    private void refuseUnknown(String source, String given) {
        boolean variable = given.startsWith("VONGGAC_");
        String key = variable ? given : NameUtils.hyphenate(given.replaceAll("\\[.*", ""), true);
        if (!variable && !key.startsWith(OURS) || NOT_SETTINGS.contains(given)) {
            return;
        }
        List<String> known = defaults.keySet().stream().map(name -> variable ? variable(name) : name)
                .toList();
        boolean isKnown = known.stream()
                .anyMatch(name -> key.equals(name) || key.startsWith(name + ".") && isMap(name));
        if (!isKnown) {
            throw new CannotStart(
                    source + ": unknown key " + given + "; the nearest known one is " + nearest(key, known));
        }
    }

    private boolean isMap(String name) {
        return defaults.get(name) instanceof Map;
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private void refuseOtherKind(Environment environment, String key, Object usual) {
        Class<?> kind = kind(usual);
        Optional<Object> raw = environment.getProperty(key, Object.class);
        boolean fits = kind == Boolean.class
                ? raw.filter(value -> String.valueOf(value).matches("(?i)true|false|yes|no|on|off"))
                        .isPresent()
                : environment.getProperty(key, kind).isPresent();
        if (kind == Object.class || raw.isEmpty() || fits) {
            return;
        }
        throw new CannotStart(
                source(environment, key) + ": " + key + " has to be " + word(kind) + " such as " + usual
                        + ", not " + raw.get());
    }

    private static void refuseOtherThanRanges(Environment environment, String key) {
        for (String range : environment.getProperty(key, String[].class).orElse(new String[0])) {
            try {
                AddressRange.parse(range);
            } catch (IllegalArgumentException e) {
                throw new CannotStart(source(environment, key) + ": " + key
                        + " has to list addresses or ranges such as 10.1.2.0/24, not " + range);
            }
        }
    }

    private static Class<?> kind(Object usual) {
        return switch (usual) {
            case Integer number -> Long.class;
            case Long number -> Long.class;
            case Double number -> Double.class;
            case Boolean flag -> Boolean.class;
            case String text when text.matches("\\d+(ms|s|m|h|d)") -> Duration.class;
            default -> Object.class;
        };
    }

    private static String word(Class<?> kind) {
        return kind == Duration.class ? "a duration" : kind == Boolean.class ? "true or false" : "a number";
    }

    private static String source(Environment environment, String key) {
        return environment.getPropertySources().stream()
                .filter(source -> Stream.of(key, variable(key)).anyMatch(name -> source.get(name) != null))
                .max(Comparator.comparingInt(PropertySource::getOrder)).map(PropertySource::getName)
                .orElse("settings");
    }

    private static String nearest(String key, List<String> known) {
        return known.stream().min(Comparator.comparingInt(name -> distance(key, name))).orElseThrow();
    }

    /** How many letters are to be changed, added or left out to come from one to the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}

package vn.vonggac.detect;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the sources as text. A string literal that looks like a key of a bundle must be in it; a key of a
 * bundle must stand in a literal, in a data file, or begin with a literal that ends with a dot
 * ({@code "portal.state." + state}).
 */
class MessageKeysTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
    // a template writes quotes within quotes, so every quote may begin one
    private static final Pattern LITERAL = Pattern.compile("\"(?=([^\"\\\\\n]*)\")");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9.-]+");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'('')*(?!')");

    private final Map<String, String> vietnamese = texts(name -> !name.endsWith("_en.properties"));
    private final Map<String, String> english = texts(name -> name.endsWith("_en.properties"));

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(vietnamese).isNotEmpty();
        assertThat(english.keySet()).containsExactlyElementsOf(vietnamese.keySet());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        vietnamese.forEach((key, text) -> assertThat(places(english.getOrDefault(key, ""))).as(key)
                .isEqualTo(places(text)));
    }

    @Test
    void noTextIsBlankOrLosesAnApostrophe() {
        Stream.of(vietnamese, english).forEach(texts -> texts.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(LONE_APOSTROPHE.matcher(text).find()).as("write ’ or '' in " + key).isFalse();
        }));
    }

    @Test
    void everyKeyInTheSourcesHasAText() {
        Set<String> bundles = bundles();
        Set<String> missing = literals().filter(literal -> KEY.matcher(literal).matches())
                .filter(literal -> bundles.contains(literal.substring(0, literal.indexOf('.'))))
                .filter(literal -> !literal
                        .matches(".*\\.(html|jte|js|css|svg|csv|yml|yaml|tsv|json|pdf|properties|vn)"))
                .filter(literal -> !vietnamese.containsKey(literal))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsAskedForSomewhere() {
        Set<String> literals = literals().collect(Collectors.toSet());
        Set<String> words = data().flatMap(text -> WORD.matcher(text).results()).map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> starts = literals.stream().filter(literal -> literal.matches("[a-z]+\\..*\\.|[a-z]+\\."))
                .collect(Collectors.toSet());
        Predicate<String> used = key -> literals.contains(key) || words.contains(key)
                || starts.stream().anyMatch(key::startsWith);
        assertThat(vietnamese.keySet()).allMatch(used);
    }

    private static Set<String> bundles() {
        return files(BUNDLES, "").map(MessageKeysTest::owner).collect(Collectors.toSet());
    }

    private static Stream<String> literals() {
        return Stream.concat(files(Path.of("src/main/java"), ".java"), files(Path.of("src/main/jte"), ".jte"))
                .map(MessageKeysTest::read)
                .flatMap(text -> LITERAL.matcher(text).results()).map(found -> found.group(1));
    }

    private static Stream<String> data() {
        return files(Path.of("src/main/resources"), "").filter(file -> !file.startsWith(BUNDLES))
                .filter(file -> file.toString().matches(".*\\.(ya?ml|tsv|json)")).map(MessageKeysTest::read);
    }

    private static Map<String, String> texts(Predicate<String> name) {
        Map<String, String> texts = new TreeMap<>();
        files(BUNDLES, ".properties").filter(file -> name.test(file.getFileName().toString()))
                .forEach(file -> load(file).forEach((key, text) -> {
                    assertThat(key.toString()).as("begins with its bundle").startsWith(owner(file) + ".")
                            .matches(KEY);
                    texts.put(key.toString(), text.toString());
                }));
        return texts;
    }

    private static String owner(Path bundle) {
        return bundle.getFileName().toString().replaceFirst("(_en)?\\.properties$", "");
    }

    private static Properties load(Path file) {
        Properties properties = new UniqueProperties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
        return properties;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(end)).toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(folder.toString(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** A key written twice in one file is an edit that somebody lost. */
    private static final class UniqueProperties extends Properties {

        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalStateException("twice in one bundle: " + key);
            }
            return super.put(key, value);
        }
    }
}

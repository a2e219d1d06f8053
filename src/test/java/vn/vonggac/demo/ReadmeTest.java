package vn.vonggac.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What either README lets the reader do, the other does too. */
class ReadmeTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^#+(?= )");
    private static final Pattern FIRST_WORD = Pattern.compile("(?m)^    +(\\S+)");
    private static final Pattern NAME = Pattern
            .compile("vonggac[._][a-z._*-]+|VongGac[A-Z]\\w+|VONGGAC_\\w+|/[a-z][a-z0-9/._-]+|--[a-z-]+");

    private final String english = read("README.md");
    private final String vietnamese = read(".github/README.vi.md");

    @Test
    void bothHaveTheSameSectionsInTheSameOrder() {
        assertThat(found(HEADING, english)).hasSizeGreaterThan(20)
                .containsExactlyElementsOf(found(HEADING, vietnamese));
    }

    @Test
    void bothHaveTheSameCommandsInTheSameOrder() {
        assertThat(found(FIRST_WORD, english)).hasSizeGreaterThan(60)
                .containsExactlyElementsOf(found(FIRST_WORD, vietnamese));
    }

    @Test
    void bothNameTheSameSettingsMetricsPathsAndOptions() {
        assertThat(names(english)).hasSizeGreaterThan(50).isEqualTo(names(vietnamese));
    }

    private static Set<String> names(String text) {
        return new TreeSet<>(found(NAME, text.replaceAll("\\]\\([^)]*\\)", "").replace(".github/", "")));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(ReadmeTest::last).toList();
    }

    private static String last(MatchResult found) {
        return found.group(found.groupCount());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

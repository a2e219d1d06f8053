package vn.vonggac.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HostTableTest {

    @TempDir
    Path folder;

    @Test
    void holdsExactlyWhatWasListed() throws IOException {
        Random random = new Random(7);
        Set<String> names = new HashSet<>();
        while (names.size() < 300_000) {
            names.add(name(random));
        }
        HostTable table = table(names);

        assertThat(table.size()).isEqualTo(names.size());
        assertThat(names).allMatch(table::contains);
        for (int i = 0; i < 600_000; i++) {
            String other = name(random);
            assertThat(table.contains(other)).as(other).isEqualTo(names.contains(other));
        }
    }

    @Test
    void beginningOrContinuationOfANameIsNotTheName() throws IOException {
        HostTable table = table(Set.of("nhacai.example"));

        assertThat(table.contains("nhacai.exampl")).isFalse();
        assertThat(table.contains("nhacai.example.org")).isFalse();
        assertThat(table.contains("nhacai.example\n")).isFalse();
        assertThat(table.contains("")).isFalse();
    }

    @Test
    void fingerprintThatFitsIsCheckedAgainstTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("names"), "nhacai.example\n");
        HostTable table = HostTable.of(file, 1);

        Files.writeString(file, "NHACAI.EXAMPLE\n");

        assertThat(table.contains("nhacai.example")).isFalse();
    }

    @Test
    void repeatedNameCountsOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("names"), "a.example\nb.example\na.example");

        assertThat(HostTable.of(file, 3).size()).isEqualTo(2);
    }

    @Test
    void tenMillionNamesTakeAHundredMegabytes() throws IOException {
        Path file = Files.writeString(folder.resolve("names"), "a.example\n");

        assertThat(HostTable.of(file, 10_000_000).memory()).isLessThanOrEqualTo(120_000_000);
    }

    private HostTable table(Set<String> names) throws IOException {
        Path file = folder.resolve("names");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String name : names) {
                out.write(name);
                out.write('\n');
            }
        }
        return HostTable.of(file, names.size());
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 3 + random.nextInt(4);
        for (int i = 0; i < length; i++) {
            name.append((char) ('a' + random.nextInt(8)));
        }
        return name.append(random.nextInt(100)).append(".example").toString();
    }
}

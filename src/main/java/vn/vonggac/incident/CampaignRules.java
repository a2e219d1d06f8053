package vn.vonggac.incident;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes one campaign of several incidents: data, read once. */
record CampaignRules(int textStretches, double textShare, Set<String> scripts, Set<String> everybodys) {

    private static final String SHIPPED = "/incident/campaigns.yml";

    CampaignRules {
        scripts = Set.copyOf(scripts);
        everybodys = Set.copyOf(everybodys);
    }

    static CampaignRules shipped() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(CampaignRules.class.getResourceAsStream(SHIPPED), SHIPPED),
                StandardCharsets.UTF_8)) {
            return read(reader, SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CampaignRules read(Path path) throws IOException {
        try (Reader reader = Files.newBufferedReader(path)) {
            return read(reader, path.toString());
        }
    }

    private static CampaignRules read(Reader reader, String name) {
        DataFile file = DataFile.read(reader, name);
        return new CampaignRules((int) file.number("text-stretches", 1, Trace.MOST_STRETCHES),
                file.number("text-share", 0, 1), words(file, "scripts"), words(file, "everybodys"));
    }

    private static Set<String> words(DataFile file, String key) {
        return file.list(file.get(key)).stream().map(file::text).collect(Collectors.toSet());
    }
}

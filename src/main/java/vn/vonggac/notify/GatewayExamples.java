package vn.vonggac.notify;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Gateways whose form comes filled in, so that only names and keys are left to type. */
@Singleton
public final class GatewayExamples {

    private static final String FILE = "/notify/gateways.yml";

    private final List<Example> all = read();

    /** One of them under its name. */
    public record Example(String id, String name, ChannelDraft draft) {}

    public List<Example> all() {
        return all;
    }

    public Optional<ChannelDraft> named(String id) {
        return all.stream().filter(example -> example.id().equals(id)).map(Example::draft).findFirst();
    }

    private static List<Example> read() {
        try (InputStream in = Objects.requireNonNull(GatewayExamples.class.getResourceAsStream(FILE), FILE)) {
            List<Map<String, String>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return entries.stream().map(GatewayExamples::example).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example example(Map<String, String> entry) {
        String name = entry.getOrDefault("name", "");
        return new Example(entry.getOrDefault("id", ""), name,
                new ChannelDraft(ChannelKind.TEMPLATE.id(), name, "", "high", "vi",
                        entry.getOrDefault("address", ""), entry.getOrDefault("method", "post"), "", "", "",
                        "", entry.getOrDefault("headers", ""), entry.getOrDefault("body", ""), "", "", "", "",
                        ""));
    }
}

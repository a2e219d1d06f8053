package vn.vonggac.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that the province is written in. */
final class Material {

    private Material() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Material.class.getResourceAsStream("/demo/" + name),
                name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> map(String name) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(name));
    }

    static List<Map<String, Object>> maps(String name) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(name));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Map<String, Object> file, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(file.get(key), key);
    }

    static String word(Map<String, Object> row, String key) {
        return Objects.requireNonNull(row.get(key), key).toString();
    }
}

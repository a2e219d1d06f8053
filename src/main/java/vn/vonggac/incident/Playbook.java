package vn.vonggac.incident;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Steps by their names, and which of them each kind of incident asks for, in order: data. */
public record Playbook(Map<String, Item> steps, Map<Kind, List<Item>> kinds) {

    private static final String SHIPPED = "/incident/playbooks.yml";
    private static final Set<String> KEYS = Set.of("steps", "kinds");

    public Playbook {
        steps = Map.copyOf(steps);
        kinds = Map.copyOf(kinds);
    }

    /** Something to do, and how it is said. */
    public record Item(String id, String vietnamese, String english) {

        public String in(String language) {
            return language.equals("en") ? english : vietnamese;
        }
    }

    /** The one that comes with the product. */
    static Playbook shipped() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Playbook.class.getResourceAsStream(SHIPPED), SHIPPED),
                StandardCharsets.UTF_8)) {
            return new Playbook(Map.of(), Map.of()).with(DataFile.read(reader, SHIPPED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a file over it: its steps and kinds take the place of those of their names. */
    Playbook with(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return with(DataFile.read(reader, file.toString()));
        } catch (IOException e) {
            throw new DataFile.BadDataFile(file + ": cannot be read: " + e.getMessage());
        }
    }

    private Playbook with(DataFile file) {
        file.map().forEach((key, node) -> {
            if (!KEYS.contains(key)) {
                throw file.bad(node, "unknown key “" + key + "”");
            }
        });
        Map<String, Item> items = new LinkedHashMap<>(steps);
        file.map("steps").forEach((id, node) -> items.put(id, item(id, file.at(node))));
        Map<Kind, List<Item>> all = new EnumMap<>(Kind.class);
        kinds.forEach((kind, asked) -> all.put(kind,
                asked.stream().map(item -> items.getOrDefault(item.id(), item)).toList()));
        file.map("kinds").forEach(
                (kind, node) -> all.put(file.constant(Kind.class, kind), file.list(node).stream()
                        .map(step -> known(items, file, step)).toList()));
        return new Playbook(items, all);
    }

    private static Item item(String id, DataFile said) {
        return new Item(id, said.text(said.get("vi")), said.text(said.get("en")));
    }

    private static Item known(Map<String, Item> items, DataFile file, Node step) {
        Item item = items.get(file.text(step));
        if (item == null) {
            throw file.bad(step, "unknown step “" + file.text(step) + "”");
        }
        return item;
    }
}

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
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import vn.vonggac.incident.Step.Deed;

/** What is to be done about each kind of incident, step by step: data, read once. */
public record Playbooks(Map<Kind, List<Item>> all) {

    private static final String SHIPPED = "/incident/playbooks.yml";

    public Playbooks {
        all = Map.copyOf(all);
    }

    /** Something to do, and how it is said. */
    public record Item(String id, String vietnamese, String english) {

        public String in(String language) {
            return language.equals("en") ? english : vietnamese;
        }
    }

    /** An item, and the line of the log that says who did it and when. */
    public record Line(Item item, Optional<Step> done) {}

    /** The playbook that comes with the product. */
    public static Playbooks shipped() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Playbooks.class.getResourceAsStream(SHIPPED), SHIPPED),
                StandardCharsets.UTF_8)) {
            return read(reader, SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Playbooks read(Path path) throws IOException {
        try (Reader reader = Files.newBufferedReader(path)) {
            return read(reader, path.toString());
        }
    }

    private static Playbooks read(Reader reader, String name) {
        DataFile file = DataFile.read(reader, name);
        Map<String, Item> items = new LinkedHashMap<>();
        file.map("steps").forEach((id, node) -> items.put(id, item(id, file.at(node))));
        Map<Kind, List<Item>> all = new EnumMap<>(Kind.class);
        file.map("kinds").forEach(
                (kind, node) -> all.put(file.constant(Kind.class, kind), file.list(node).stream()
                        .map(step -> known(items, file, step)).toList()));
        return new Playbooks(all);
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

    /** The steps for an incident of a kind. */
    public List<Item> of(Kind kind) {
        return all.getOrDefault(kind, List.of());
    }

    public Optional<Item> find(Kind kind, String id) {
        return of(kind).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** How far people have come with it, by the log of an incident. */
    public List<Line> lines(Kind kind, List<Step> log) {
        Map<String, Step> done = log.stream().filter(step -> step.deed() == Deed.PLAYBOOK)
                .collect(Collectors.toMap(step -> step.note().split(":", 2)[0], step -> step,
                        (first, later) -> first));
        return of(kind).stream().map(item -> new Line(item, Optional.ofNullable(done.get(item.id()))))
                .toList();
    }
}

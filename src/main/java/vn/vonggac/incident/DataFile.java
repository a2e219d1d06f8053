package vn.vonggac.incident;

import java.io.Reader;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import vn.vonggac.audit.Slug;

/** A YAML file that an operator may edit; what is wrong with it is said with the file and the line. */
record DataFile(String name, Node root) {

    /** The file cannot be used, and why. */
    static final class BadDataFile extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        BadDataFile(String message) {
            super(message);
        }
    }

    static DataFile read(Reader reader, String name) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new BadDataFile(name + ": the file is empty");
            }
            return new DataFile(name, root);
        } catch (MarkedYAMLException e) {
            throw new BadDataFile(name + ":" + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
        }
    }

    DataFile at(Node node) {
        return new DataFile(name, node);
    }

    Map<String, Node> map() {
        if (!(root instanceof MappingNode mapping)) {
            throw bad(root, "keys and values are expected");
        }
        Map<String, Node> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            map.put(text(tuple.getKeyNode()), tuple.getValueNode());
        }
        return map;
    }

    Map<String, Node> map(String key) {
        return find(key).map(node -> at(node).map()).orElse(Map.of());
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(map().get(key));
    }

    Node get(String key) {
        return find(key).orElseThrow(() -> bad(root, "“" + key + "” is missing"));
    }

    List<Node> list(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw bad(node, "a list is expected");
        }
        return new ArrayList<>(sequence.getValue());
    }

    String text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw bad(node, "a single value is expected");
        }
        return scalar.getValue();
    }

    double number(String key, double least, double most) {
        Node node = get(key);
        try {
            double value = Double.parseDouble(text(node));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(node, "“" + key + "” is not a number");
        }
        throw bad(node, "“" + key + "” must lie between " + least + " and " + most);
    }

    Duration duration(String key) {
        return duration(get(key));
    }

    Duration duration(Node node) {
        try {
            return Duration.parse(text(node));
        } catch (DateTimeParseException e) {
            throw bad(node, "not a duration such as PT24H: " + text(node));
        }
    }

    <E extends Enum<E>> E constant(Class<E> type, Node node) {
        String wanted = text(node);
        return constant(type, wanted, node);
    }

    <E extends Enum<E>> E constant(Class<E> type, String wanted) {
        return constant(type, wanted, root);
    }

    private <E extends Enum<E>> E constant(Class<E> type, String wanted, Node where) {
        for (E value : type.getEnumConstants()) {
            if (Slug.of(value).equals(wanted)) {
                return value;
            }
        }
        throw bad(where, "unknown " + type.getSimpleName().toLowerCase(Locale.ROOT) + " “" + wanted + "”");
    }

    BadDataFile bad(Node node, String what) {
        return new BadDataFile(name + ":" + (node.getStartMark().getLine() + 1) + ": " + what);
    }
}

package vn.vonggac.signature;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a file of signatures. The file's own {@code topic}, {@code about}, {@code languages}, {@code weight} and
 * {@code note} hold for each signature that gives none.
 */
final class SignatureFile {

    /** What people said is no hit, by signature: of a signature its own misses, of the file those of any. */
    static final String MISSES = "misses";
    private static final java.util.Set<String> SHARED = java.util.Set.of("topic", "about", "languages",
            "weight",
            "note", "signatures", MISSES);
    private static final java.util.Set<String> OWN = java.util.Set.of("id", "topic", "about", "languages",
            "weight",
            "note", "query", "hits", "misses");

    private final String name;

    private SignatureFile(String name) {
        this.name = name;
    }

    static List<Signature> read(String name, String yaml) {
        return new SignatureFile(name).read(yaml);
    }

    /** What the file says is no hit of signatures wherever they are written. */
    static List<Miss> misses(String name, String yaml) {
        return new SignatureFile(name).misses(yaml);
    }

    /** The same as a file has it. */
    static String yaml(List<Miss> misses) {
        Map<String, List<String>> bySignature = new TreeMap<>();
        misses.forEach(miss -> bySignature.computeIfAbsent(miss.signature(), id -> new ArrayList<>())
                .add(miss.words()));
        return yaml(Map.of(MISSES, bySignature));
    }

    static String yaml(Map<String, ?> file) {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(file);
    }

    private List<Signature> read(String yaml) {
        Node root = compose(yaml);
        Map<String, Node> shared = mapping(root, SHARED);
        boolean onlyMisses = shared.remove(MISSES) != null;
        Node list = shared.get("signatures");
        if (list == null && onlyMisses) {
            return List.of();
        }
        if (!(list instanceof SequenceNode signatures)) {
            throw bad(root, "expected a list under 'signatures'");
        }
        List<Signature> read = new ArrayList<>();
        for (Node node : signatures.getValue()) {
            Map<String, Node> own = new HashMap<>(shared);
            own.remove("signatures");
            own.putAll(mapping(node, OWN));
            read.add(signature(node, own));
        }
        return read;
    }

    private List<Miss> misses(String yaml) {
        Node said = mapping(compose(yaml), SHARED).get(MISSES);
        List<Miss> read = new ArrayList<>();
        if (said instanceof MappingNode bySignature) {
            for (NodeTuple tuple : bySignature.getValue()) {
                String id = text(tuple.getKeyNode());
                sequence(tuple.getValueNode())
                        .forEach(words -> read.add(new Miss(id, text(words), name + ":" + line(words))));
            }
        } else if (said != null) {
            throw bad(said, "expected signatures under 'misses', each with a list of texts");
        }
        return read;
    }

    private Node compose(String yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw new BadSignature(name, 1, "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new BadSignature(name, line, "not YAML: " + e.getProblem());
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new BadSignature(name, 1, "not YAML: " + e.getMessage());
        }
    }

    private Signature signature(Node node, Map<String, Node> own) {
        Topic topic = topic(own.getOrDefault("topic", node), required(node, own, "topic"));
        return new Signature(required(node, own, "id"), topic, about(topic, own.get("about")),
                weight(node, own), texts(own.get("languages")), required(node, own, "query"),
                examples(own.get("hits")),
                examples(own.get("misses")), Optional.ofNullable(own.get("note")).map(this::text).orElse(""),
                name + ":" + line(queryOr(node, own)));
    }

    private static Node queryOr(Node node, Map<String, Node> own) {
        return own.getOrDefault("query", node);
    }

    private List<Topic> about(Topic topic, @org.jspecify.annotations.Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (topic != Topic.REPORT) {
            throw bad(node, "'about' is for reports only");
        }
        return texts(node).stream().map(trade -> topic(node, trade)).toList();
    }

    private Topic topic(Node node, String topic) {
        try {
            return Topic.valueOf(topic.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw bad(node, "unknown topic '" + topic + "'");
        }
    }

    private double weight(Node node, Map<String, Node> own) {
        String weight = required(node, own, "weight");
        try {
            double value = Double.parseDouble(weight);
            if (value > 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(own.getOrDefault("weight", node), "weight is not a number: " + weight);
        }
        throw bad(own.getOrDefault("weight", node), "weight must be above 0 and at most 1: " + weight);
    }

    private String required(Node node, Map<String, Node> own, String key) {
        Node value = own.get(key);
        if (value == null) {
            throw bad(node, "'" + key + "' is missing");
        }
        return text(value);
    }

    private List<Map<Field, String>> examples(@org.jspecify.annotations.Nullable Node node) {
        List<Map<Field, String>> examples = new ArrayList<>();
        for (Node example : sequence(node)) {
            examples.add(example instanceof MappingNode
                    ? fields(example)
                    : Map.of(Field.TEXT, text(example)));
        }
        return examples;
    }

    private Map<Field, String> fields(Node example) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (NodeTuple tuple : ((MappingNode) example).getValue()) {
            String key = text(tuple.getKeyNode());
            try {
                fields.put(Field.valueOf(key.toUpperCase(Locale.ROOT)), text(tuple.getValueNode()));
            } catch (IllegalArgumentException e) {
                throw bad(example, "unknown field '" + key + "' in an example");
            }
        }
        return fields;
    }

    private List<String> texts(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof ScalarNode one
                ? List.of(one.getValue())
                : sequence(node).stream().map(this::text).toList();
    }

    private List<Node> sequence(@org.jspecify.annotations.Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw bad(node, "expected a list");
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw bad(node, "expected a text");
    }

    private Map<String, Node> mapping(Node node, java.util.Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw bad(node, "expected keys and values");
        }
        Map<String, Node> values = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw bad(tuple.getKeyNode(), "unknown key '" + key + "'");
            }
            values.put(key, tuple.getValueNode());
        }
        return values;
    }

    private BadSignature bad(Node node, String reason) {
        return new BadSignature(name, line(node), reason);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}

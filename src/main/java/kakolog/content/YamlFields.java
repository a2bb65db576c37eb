package kakolog.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of one YAML mapping, read strictly: a key given twice, a key nobody asked for and a value of another kind are
 * faults. Ask for every known key, then call {@link #refuseOthers()}.
 */
final class YamlFields {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final int line;
    private final int firstLine;
    private final Faults faults;

    YamlFields(MappingNode mapping, int firstLine, Faults faults) {
        this.firstLine = firstLine;
        this.faults = faults;
        this.line = lineOf(mapping);
        for (var pair : mapping.getValue()) {
            var key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(key, pair.getValueNode()) != null) {
                faults.add(lineOf(pair.getKeyNode()), "the key " + key + " a second time", "each key once");
            } else {
                lines.put(key, lineOf(pair.getKeyNode()));
            }
        }
    }

    /** The line of a key, or of the whole where the key is missing; from 1. */
    int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    /** The text of a key, or empty where it is missing. */
    Optional<String> text(String key) {
        return scalar(key, "text");
    }

    /** The value of a key made of its text; a fault where the text does not fit or where the key is missing. */
    <T> Optional<T> required(String key, String expected, Function<String, Optional<T>> reading) {
        if (!values.containsKey(key)) {
            asked.add(key);
            faults.add(line, "no " + key, key + ": " + expected);
            return Optional.empty();
        }
        return optional(key, expected, reading);
    }

    /** The value of a key made of its text; a fault where the text does not fit. */
    <T> Optional<T> optional(String key, String expected, Function<String, Optional<T>> reading) {
        var text = scalar(key, expected);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var value = reading.apply(text.get());
        if (value.isEmpty()) {
            faults.add(lineOf(key), key + ": " + shortened(text.get()), expected);
        }
        return value;
    }

    /** The texts of a key that holds a list; empty where it is missing. */
    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var node : sequence(key)) {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                faults.add(lineOf(node), key + " with an entry that is not text", "a list of texts, as [a, b]");
            }
        }
        return texts;
    }

    /** The mappings of a key that holds a list of them; empty where it is missing. */
    List<YamlFields> mappings(String key) {
        var mappings = new ArrayList<YamlFields>();
        for (var node : sequence(key)) {
            if (node instanceof MappingNode mapping) {
                mappings.add(new YamlFields(mapping, firstLine, faults));
            } else {
                faults.add(lineOf(node), key + " with an entry that has no keys", "a list of entries with keys");
            }
        }
        return mappings;
    }

    /** The mapping of a key, or empty where it is missing. */
    Optional<YamlFields> mapping(String key) {
        var node = find(key);
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            return Optional.of(new YamlFields(mapping, firstLine, faults));
        }
        node.ifPresent(other ->
                faults.add(lineOf(key), key + " without keys below it", "indented lines of the form key: value"));
        return Optional.empty();
    }

    /** Makes a fault of each key that nobody asked for. */
    void refuseOthers() {
        values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key ->
                        faults.add(lineOf(key), "unknown key " + shortened(key), "one of " + String.join(", ", asked)));
    }

    private Optional<String> scalar(String key, String expected) {
        var node = find(key);
        if (node.isPresent() && node.get() instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip());
        }
        node.ifPresent(other -> faults.add(lineOf(key), key + " with a list or keys below it", expected));
        return Optional.empty();
    }

    private List<Node> sequence(String key) {
        var node = find(key);
        if (node.isPresent() && node.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        node.ifPresent(other -> faults.add(lineOf(key), key + " is not a list", "a list, as [a, b]"));
        return List.of();
    }

    /** The node of a key; a key with nothing behind it counts as missing. */
    private Optional<Node> find(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key))
                .filter(node -> !node.getTag().equals(Tag.NULL));
    }

    private int lineOf(Node node) {
        return firstLine + node.getStartMark().map(mark -> mark.getLine()).orElse(0);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}

package kakolog.content;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML as nodes that know their lines, so that every fault of a file can be told with its place. No aliases, so there is no
 * alias bomb; little nesting; at most 64 kB.
 */
final class YamlReader {
    static final int LENGTH = 65_536;
    private static final int DEPTH = 16;

    private YamlReader() {}

    /**
     * The fields of a YAML mapping.
     *
     * @param firstLine the line of the file that the YAML begins in, from 1
     * @return empty where the text is no YAML mapping; the fault has been added then
     */
    static Optional<YamlFields> read(String yaml, int firstLine, Faults faults) {
        if (yaml.length() > LENGTH) {
            faults.add(firstLine, yaml.length() + " characters of YAML", "at most " + LENGTH);
            return Optional.empty();
        }
        var settings = LoadSettings.builder().setCodePointLimit(LENGTH).build();
        try {
            if (!isPlain(yaml, firstLine, settings, faults)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(yaml);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(new YamlFields(mapping, firstLine, faults));
            }
            faults.add(firstLine, "no keys", "lines of the form key: value");
        } catch (MarkedYamlEngineException unreadable) {
            int line =
                    firstLine + unreadable.getProblemMark().map(Mark::getLine).orElse(0);
            faults.add(line, "not YAML (" + unreadable.getProblem() + ")", "lines of the form key: value");
        } catch (YamlEngineException unreadable) {
            faults.add(firstLine, "not YAML", "lines of the form key: value");
        }
        return Optional.empty();
    }

    private static boolean isPlain(String yaml, int firstLine, LoadSettings settings, Faults faults) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            int line = firstLine + event.getStartMark().map(Mark::getLine).orElse(0);
            if (event instanceof AliasEvent) {
                faults.add(line, "an alias (*name)", "the value itself");
                return false;
            }
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEPTH) {
                faults.add(line, "nested more than " + DEPTH + " deep", "plain lists and keys");
                return false;
            }
        }
        return true;
    }
}

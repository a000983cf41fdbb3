package io.alluse.policy;

import io.alluse.fault.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML text as flat keys ({@code tiers.GEN.split}) with the line of each, and what is wrong with its form.
 *
 * <p>Only the nodes are read, no object is ever made of them: no tags, no anchors, bounded size and depth.
 */
final class DocumentParser {

    static final int MOST_BYTES = 64 * 1024;
    private static final int DEEPEST = 10;
    private static final Set<Tag> TAGS = Set.of(
            Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.YAML, Tag.MAP, Tag.SEQ);

    private final String file;
    private final int firstLine;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final List<PolicyProblem> problems = new ArrayList<>();

    private DocumentParser(String file, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
    }

    /** Reads a whole file, which must be a mapping. */
    static Document file(String file, byte[] bytes) {
        DocumentParser parser = new DocumentParser(file, 1);
        if (bytes.length > MOST_BYTES) {
            parser.problem(1, "", "must not be larger than " + MOST_BYTES + " bytes", bytes.length + " bytes");
            return parser.document();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            parser.read(text, "");
        } catch (CharacterCodingException e) {
            parser.problem(1, "", "must be UTF-8 text", "other bytes");
        }
        return parser.document();
    }

    /** Reads the value of one key, which no file says. */
    static Document value(String origin, String key, String value) {
        DocumentParser parser = new DocumentParser(origin, 0);
        if (value.length() > MOST_BYTES) {
            parser.problem(0, key, "must not be longer than " + MOST_BYTES + " characters", "");
        } else {
            parser.read(value, key);
        }
        return parser.document();
    }

    private Document document() {
        return new Document(file, entries, groups, problems);
    }

    private void read(String text, String root) {
        try {
            Node node = compose(text);
            if (node == null && !root.isEmpty()) {
                entries.put(root, new Entry(file, firstLine, Entry.Form.PLAIN, List.of("")));
            } else if (node == null || (root.isEmpty() && !(node instanceof MappingNode))) {
                problem(firstLine, "", "must hold keys and values", node == null ? "nothing" : "something else");
            } else {
                walk(node, root);
            }
        } catch (MarkedYAMLException e) {
            problem(line(e.getProblemMark()), root, "is not YAML: " + oneLine(e.getProblem()), "");
        } catch (YAMLException e) {
            problem(firstLine, root, "is not YAML: " + Fault.reason(e), "");
        }
    }

    private static Node compose(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_BYTES);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(0);
        // nothing is ever made of a tag: walk() refuses it and can say where
        limits.setTagInspector(tag -> true);
        return new Composer(new ParserImpl(new StreamReader(text), limits), new Resolver(), limits).getSingleNode();
    }

    private void walk(Node node, String path) {
        int line = line(node.getStartMark());
        if (node.getAnchor() != null) {
            problem(line, path, "anchors and aliases are not accepted", "&" + node.getAnchor());
            return;
        }
        if (!TAGS.contains(node.getTag())) {
            problem(line, path, "tags are not accepted", node.getTag().getValue());
            return;
        }
        switch (node.getNodeId()) {
            case mapping -> walkMapping((MappingNode) node, path);
            case sequence -> walkSequence((SequenceNode) node, path);
            case scalar -> entries.put(path, entry(line, (ScalarNode) node));
            case anchor -> problem(line, path, "anchors and aliases are not accepted", "");
        }
    }

    private void walkMapping(MappingNode mapping, String path) {
        groups.put(path, line(mapping.getStartMark()));
        Map<String, Integer> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)
                    || !key.getValue().matches("[A-Za-z]+")) {
                problem(line, path, "keys are made of letters", shown(tuple.getKeyNode()));
                continue;
            }
            String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            Integer first = seen.putIfAbsent(key.getValue(), line);
            if (first == null) {
                walk(tuple.getValueNode(), child);
                groups.computeIfPresent(child, (group, below) -> line);
            } else {
                problem(line, child, "is there twice, first on line " + first, shown(tuple.getValueNode()));
            }
        }
    }

    private void walkSequence(SequenceNode sequence, String path) {
        int line = line(sequence.getStartMark());
        List<String> words = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof ScalarNode word && word.getAnchor() == null && TAGS.contains(word.getTag())) {
                words.add(word.getValue());
            } else {
                problem(line(item.getStartMark()), path, "a list holds words only", shown(item));
            }
        }
        entries.put(path, new Entry(file, line, Entry.Form.LIST, words));
    }

    private Entry entry(int line, ScalarNode scalar) {
        return new Entry(
                file, line, scalar.isPlain() ? Entry.Form.PLAIN : Entry.Form.QUOTED, List.of(scalar.getValue()));
    }

    private static String shown(Node node) {
        if (node.getAnchor() != null) {
            return "&" + node.getAnchor();
        }
        return switch (node.getNodeId()) {
            case scalar -> oneLine(((ScalarNode) node).getValue());
            case mapping -> "keys and values";
            case sequence -> "a list";
            case anchor -> "an alias";
        };
    }

    /** Line 0 stays 0: what is not in a file has no lines. */
    private int line(Mark mark) {
        return mark == null ? firstLine : firstLine * (mark.getLine() + 1);
    }

    private static String oneLine(String text) {
        return text == null ? "unreadable" : text.strip().replaceAll("\\s+", " ");
    }

    private void problem(int line, String key, String reason, String found) {
        problems.add(new PolicyProblem(file, line, key, reason, found));
    }
}

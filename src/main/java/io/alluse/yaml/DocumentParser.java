package io.alluse.yaml;

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
 * A YAML text as flat keys ({@code tiers.GEN.split}) with the place of each, and what is wrong with its form.
 *
 * <p>Only the nodes are read, no object is ever made of them: no tags, no anchors, bounded size and depth.
 */
public final class DocumentParser {

    /** A file with more is refused. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final int DEEPEST = 10;
    private static final Set<Tag> TAGS = Set.of(
            Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.YAML, Tag.MAP, Tag.SEQ);

    private final String file;
    private final boolean inFile;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Place> groups = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private DocumentParser(String file, boolean inFile) {
        this.file = file;
        this.inFile = inFile;
    }

    /** Reads a whole file, which must be a mapping. */
    public static Document file(String file, byte[] bytes) {
        DocumentParser parser = new DocumentParser(file, true);
        if (bytes.length > MOST_BYTES) {
            parser.problem(Place.TOP, "", "must not be larger than " + MOST_BYTES + " bytes", bytes.length + " bytes");
            return parser.document();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            parser.read(text, "");
        } catch (CharacterCodingException e) {
            parser.problem(Place.TOP, "", "must be UTF-8 text", "other bytes");
        }
        return parser.document();
    }

    /** Reads the value of one key, which no file says. */
    public static Document value(String origin, String key, String value) {
        DocumentParser parser = new DocumentParser(origin, false);
        if (value.length() > MOST_BYTES) {
            parser.problem(Place.NOWHERE, key, "must not be longer than " + MOST_BYTES + " characters", "");
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
                entries.put(root, new Entry(file, top(), Entry.Form.PLAIN, List.of("")));
            } else if (node == null || (root.isEmpty() && !(node instanceof MappingNode))) {
                problem(top(), "", "must hold keys and values", node == null ? "nothing" : "something else");
            } else {
                walk(node, root);
            }
        } catch (MarkedYAMLException e) {
            problem(place(e.getProblemMark()), root, "is not YAML: " + oneLine(e.getProblem()), "");
        } catch (YAMLException e) {
            problem(top(), root, "is not YAML: " + Fault.reason(e), "");
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
        Place place = place(node.getStartMark());
        if (node.getAnchor() != null) {
            problem(place, path, "anchors and aliases are not accepted", "&" + node.getAnchor());
            return;
        }
        if (!TAGS.contains(node.getTag())) {
            problem(place, path, "tags are not accepted", node.getTag().getValue());
            return;
        }
        switch (node.getNodeId()) {
            case mapping -> walkMapping((MappingNode) node, path);
            case sequence -> walkSequence((SequenceNode) node, path);
            case scalar -> entries.put(path, entry(place, (ScalarNode) node));
            case anchor -> problem(place, path, "anchors and aliases are not accepted", "");
        }
    }

    private void walkMapping(MappingNode mapping, String path) {
        groups.put(path, place(mapping.getStartMark()));
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)
                    || !key.getValue().matches("[A-Za-z]+")) {
                problem(place, path, "keys are made of letters", shown(tuple.getKeyNode()));
                continue;
            }
            String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            Place first = seen.putIfAbsent(key.getValue(), place);
            if (first == null) {
                walk(tuple.getValueNode(), child);
                groups.computeIfPresent(child, (group, below) -> place);
            } else {
                problem(place, child, "is there twice, first on line " + first.line(), shown(tuple.getValueNode()));
            }
        }
    }

    private void walkSequence(SequenceNode sequence, String path) {
        Place place = place(sequence.getStartMark());
        List<String> words = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (item instanceof ScalarNode word && word.getAnchor() == null && TAGS.contains(word.getTag())) {
                words.add(word.getValue());
            } else {
                problem(place(item.getStartMark()), path, "a list holds words only", shown(item));
            }
        }
        entries.put(path, new Entry(file, place, Entry.Form.LIST, words));
    }

    private Entry entry(Place place, ScalarNode scalar) {
        return new Entry(
                file, place, scalar.isPlain() ? Entry.Form.PLAIN : Entry.Form.QUOTED, List.of(scalar.getValue()));
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

    private Place top() {
        return inFile ? Place.TOP : Place.NOWHERE;
    }

    /** What is not in a file has no place. */
    private Place place(Mark mark) {
        return mark == null || !inFile ? top() : Place.of(mark);
    }

    private static String oneLine(String text) {
        return text == null ? "unreadable" : text.strip().replaceAll("\\s+", " ");
    }

    private void problem(Place place, String key, String reason, String found) {
        problems.add(new Problem(file, place, key, reason, found));
    }
}

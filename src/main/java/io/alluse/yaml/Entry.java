package io.alluse.yaml;

import java.util.List;

/** What a file says for one key: one word or a list of words, and where it says so. */
public record Entry(String file, Place place, Form form, List<String> words) {

    /** How the words are written. */
    public enum Form {
        PLAIN,
        QUOTED,
        LIST
    }

    public Entry {
        words = List.copyOf(words);
    }

    /** The one word, whether in quotes or not. */
    public String word() {
        if (form == Form.LIST) {
            throw Type.unfit();
        }
        return words.getFirst();
    }

    /** The one word without quotes, as numbers and choices are written. */
    public String plain() {
        if (form != Form.PLAIN) {
            throw Type.unfit();
        }
        return words.getFirst();
    }

    public List<String> list() {
        if (form != Form.LIST) {
            throw Type.unfit();
        }
        return words;
    }

    public boolean isNone() {
        return form == Form.PLAIN && words.getFirst().equals(Type.NONE);
    }

    /** As it stands in the file, for messages. */
    public String shown() {
        return switch (form) {
            case PLAIN -> words.getFirst().isEmpty() ? "nothing" : words.getFirst();
            case QUOTED -> '"' + words.getFirst() + '"';
            case LIST -> "[" + String.join(", ", words) + "]";
        };
    }

    public Problem problem(String key, String reason) {
        return new Problem(file, place, key, reason, shown());
    }
}

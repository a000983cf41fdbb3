package io.alluse.policy;

import java.util.List;

/** What a file says for one key: one word or a list of words, and where it says so. */
record Entry(String file, int line, Form form, List<String> words) {

    /** How the words are written. */
    enum Form {
        PLAIN,
        QUOTED,
        LIST
    }

    Entry {
        words = List.copyOf(words);
    }

    /** The one word, whether in quotes or not. */
    String word() {
        if (form == Form.LIST) {
            throw Type.unfit();
        }
        return words.getFirst();
    }

    /** The one word without quotes, as numbers and choices are written. */
    String plain() {
        if (form != Form.PLAIN) {
            throw Type.unfit();
        }
        return words.getFirst();
    }

    List<String> list() {
        if (form != Form.LIST) {
            throw Type.unfit();
        }
        return words;
    }

    boolean isNone() {
        return form == Form.PLAIN && words.getFirst().equals(Type.NONE);
    }

    /** As it stands in the file, for messages. */
    String shown() {
        return switch (form) {
            case PLAIN -> words.getFirst().isEmpty() ? "nothing" : words.getFirst();
            case QUOTED -> '"' + words.getFirst() + '"';
            case LIST -> "[" + String.join(", ", words) + "]";
        };
    }

    PolicyProblem problem(String key, String reason) {
        return new PolicyProblem(file, line, key, reason, shown());
    }
}

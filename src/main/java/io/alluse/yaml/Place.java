package io.alluse.yaml;

import org.yaml.snakeyaml.error.Mark;

/** Where in a text something stands, counted from one; line 0 is what no file says. */
public record Place(int line, int column) {

    public static final Place TOP = new Place(1, 1);
    public static final Place NOWHERE = new Place(0, 0);

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}

package io.alluse.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a story that say something, with their numbers and how deep they are indented, by twos. */
final class Lines {

    record Line(int no, int depth, String text) {}

    private final String file;
    private final List<Line> lines = new ArrayList<>();
    private int next;

    Lines(String file, String text) {
        this.file = file;
        int no = 0;
        for (String line : text.split("\n", -1)) {
            no++;
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(new Line(no, depth(no, line), line.strip()));
            }
        }
    }

    private int depth(int no, String line) {
        int blanks = line.length() - line.stripLeading().length();
        if (line.contains("\t") || blanks % 2 != 0 || blanks > 4) {
            throw new StoryProblem(file, no, "expected an indent of 0, 2 or 4 blanks");
        }
        return blanks / 2;
    }

    @Nullable
    Line next() {
        return next < lines.size() ? lines.get(next++) : null;
    }

    /** What is indented below the line that was read last. */
    List<Line> below(int depth) {
        List<Line> below = new ArrayList<>();
        while (next < lines.size() && lines.get(next).depth() > depth) {
            below.add(lines.get(next++));
        }
        return below;
    }

    StoryProblem problem(int line, String what) {
        return new StoryProblem(file, line, what);
    }
}

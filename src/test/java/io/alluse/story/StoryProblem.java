package io.alluse.story;

/** What is wrong with the text of a story, and where. */
final class StoryProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoryProblem(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}

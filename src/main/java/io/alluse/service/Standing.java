package io.alluse.service;

/** Where a due date stands, and why it does not run now. */
public record Standing(Due due, Word word, String why) {

    /** What comes next for it. */
    public enum Word {
        /** Nothing is in its way. */
        NEXT,
        RUNNING,
        /** It goes on by itself. */
        WAITING,
        /** Its time has not come, and it keeps nobody waiting. */
        LATER,
        /** A person must do something, about this one or one that it waits for. */
        STUCK,
        /** A later date is due, and its definition wants the latest alone. */
        SUPERSEDED
    }

    /** Whether those behind it in the queue wait for it. */
    boolean keepsOthersWaiting() {
        return word == Word.NEXT || word == Word.RUNNING || word == Word.WAITING;
    }

    @Override
    public String toString() {
        return due + ": " + word + (why.isEmpty() ? "" : ", " + why);
    }
}

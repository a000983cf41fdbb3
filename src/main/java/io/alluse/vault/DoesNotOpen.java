package io.alluse.vault;

/** A sealed value that is not what it was sealed as; why, in words that never depend on the value. */
final class DoesNotOpen extends Exception {

    /** The only reasons there are; they tell apart what a person can do something about. */
    enum Why {
        KEY_NOT_GIVEN("its key is not among those given (see ALLUSE_VAULT_OLD_KEY_FILE)"),
        DATA_KEY("its data key does not open: wrong key, another account's row, or altered"),
        VALUE("the sealed value does not open: another account's or name's row, or altered"),
        IDENTITY("it was sealed for another identity than the account has");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private final Why why;

    /** No cause and no stack: nothing of the inside is carried out. */
    DoesNotOpen(Why why) {
        super(why.toString(), null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }
}

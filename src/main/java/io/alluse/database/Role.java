package io.alluse.database;

/** Who one is inside the database. */
public enum Role {
    /** Owns the schema and migrates it. */
    OWNER,
    /** Posts, and cannot change history. */
    PROGRAM,
    /** Reads what it was granted. */
    READER;

    /** The name of the role in the database. */
    public String sqlName() {
        return switch (this) {
            case OWNER -> "alluse_owner";
            case PROGRAM -> "alluse_program";
            case READER -> "alluse_reader";
        };
    }
}

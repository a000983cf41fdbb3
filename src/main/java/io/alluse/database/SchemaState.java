package io.alluse.database;

/** How the schema found relates to the one this program needs. */
sealed interface SchemaState {

    record Current(String version) implements SchemaState {}

    /** Nothing of ours and nothing of anybody else. */
    record Empty() implements SchemaState {}

    record Older(String version, String needed) implements SchemaState {}

    /** Not to be touched; the reason says what to do. */
    record Refused(String reason) implements SchemaState {}
}

package io.alluse.ledger;

/** What became of a posting. */
public sealed interface PostingResult {

    /** It is now the account's last event. */
    record Posted(ChainHead head) implements PostingResult {}

    /** An event of this rule and ref with the same content is there. */
    record AlreadyPosted(int eventNo) implements PostingResult {}

    /** An event of this rule and ref is there, with other content. */
    record Conflict(int eventNo) implements PostingResult {}
}

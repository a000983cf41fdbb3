package io.alluse.ledger;

/** What is needed of an event to compare a posting with it. */
record StoredEvent(int no, EventHash previous, EventHash hash) {}

package io.alluse.lifecycle;

import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;

/** What is said about one brokerage account: whom it serves, what the broker calls it, how far it is; and where that stands. */
record MappingLine(long row, String code, BrokerageReference reference, Brokerage state) {}

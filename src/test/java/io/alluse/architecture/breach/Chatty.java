package io.alluse.architecture.breach;

import org.springframework.batch.core.BatchStatus;

/** Prints, and knows Spring Batch. */
final class Chatty {

    void print(BatchStatus status) {
        System.out.println(status);
    }
}

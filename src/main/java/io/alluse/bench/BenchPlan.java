package io.alluse.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The capital plan that both sides carry out. */
final class BenchPlan {

    private BenchPlan() {}

    static String name(long number) {
        return "Account-" + number;
    }

    /** Whole dollars that differ from row to row. */
    static String capital(long number) {
        return Long.toString(500_000 + number % 1_000 * 100);
    }

    /** With brokerage accounts that are there already, so that rules act on the accounts at once. */
    static void writeConfirmed(Path file, long mains) throws IOException {
        try (BufferedWriter plan = Files.newBufferedWriter(file)) {
            plan.write("name,capital,gen_reference,rev_reference,com_reference\n");
            for (long number = 1; number <= mains; number++) {
                plan.write(
                        name(number) + "," + capital(number) + ",G:" + number + ",R:" + number + ",C:" + number + "\n");
            }
        }
    }

    /** Of one of the accounts of a plan that was written so, counted from 0. */
    static String reference(int account) {
        return "GRC".charAt(account % 3) + ":" + (account / 3 + 1);
    }

    static void write(Path file, long mains) throws IOException {
        try (BufferedWriter plan = Files.newBufferedWriter(file)) {
            plan.write("name,capital\n");
            for (long number = 1; number <= mains; number++) {
                plan.write(name(number) + "," + capital(number) + "\n");
            }
        }
    }
}

package io.alluse.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The capital plan that both sides carry out. */
final class BenchPlan {

    private static final int SHARED_EVERY = 4;

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

    /** With brokerage accounts that are there, every fourth of them shared by the accounts of a main account. */
    static void writeMapped(Path file, int mains) throws IOException {
        try (BufferedWriter plan = Files.newBufferedWriter(file)) {
            plan.write("name,capital,mapping,main_reference,gen_reference,rev_reference,com_reference\n");
            for (int number = 1; number <= mains; number++) {
                String references = String.join(",", references(number));
                plan.write(name(number) + "," + capital(number)
                        + (isShared(number) ? ",per-main," + references + ",,,\n" : ",,," + references + "\n"));
            }
        }
    }

    /** Of all brokerage accounts of a plan that was written so. */
    static List<String> mappedReferences(int mains) {
        return IntStream.rangeClosed(1, mains)
                .mapToObj(BenchPlan::references)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> references(int number) {
        return isShared(number) ? List.of("M:" + number) : List.of("G:" + number, "R:" + number, "C:" + number);
    }

    private static boolean isShared(int number) {
        return number % SHARED_EVERY == 0;
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

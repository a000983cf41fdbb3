package io.alluse.lifecycle;

import io.alluse.cli.CapitalizedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MapBench {
    @Test
    void bench() throws Exception {
        int mains = 33_334;
        try (Acts acts = Acts.on(CapitalizedDatabase.ofMains(mains))) {
            Path csv = Files.createTempFile("map", ".csv");
            long t = System.nanoTime();
            try (var out = Files.newBufferedWriter(csv)) {
                System.out.println("requests " + acts.mapping().writeRequests(out));
            }
            System.out.printf("export %.2f s%n", (System.nanoTime() - t) / 1e9);
            Files.writeString(csv, Files.readString(csv).replaceAll("(?m)^(A-[^,]+),,", "$1,X:$1,"));
            t = System.nanoTime();
            MappingReport report = acts.mapping().mapFile(csv, Acts.ACT, false, false);
            double s = (System.nanoTime() - t) / 1e9;
            System.out.printf("map %d in %.2f s, %.0f rows/s%n", report.mapped(), s, report.mapped() / s);
            t = System.nanoTime();
            report = acts.mapping().mapFile(csv, Acts.ACT, false, false);
            s = (System.nanoTime() - t) / 1e9;
            System.out.printf("again already %d in %.2f s%n", report.already(), s);
        }
    }
}

package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations that this program ships, and the one way to apply them. */
final class Migrations {

    /** One change of the schema; the checksum is the one that Flyway writes into the history. */
    record Migration(int version, int checksum) {

        String name() {
            return name(version);
        }

        static String name(int version) {
            return "V%03d".formatted(version);
        }
    }

    private static final Pattern FILE = Pattern.compile("V(\\d+)__.*\\.sql");

    private Migrations() {}

    static List<Migration> shipped() {
        try {
            List<Migration> shipped = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:sql/V*__*.sql")) {
                Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
                if (name.matches()) {
                    shipped.add(new Migration(Integer.parseInt(name.group(1)), checksum(file)));
                }
            }
            shipped.sort(Comparator.comparingInt(Migration::version));
            return List.copyOf(shipped);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Over the lines without their ends, so that it is the same on every system. */
    private static int checksum(Resource file) throws IOException {
        CRC32 sum = new CRC32();
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }

    /** All that is pending, in one transaction; of two programs at once, one waits for the other. */
    static void apply(Site site) {
        try {
            Flyway.configure()
                    .dataSource(site.as(Role.OWNER))
                    .defaultSchema("alluse")
                    .createSchemas(false)
                    .locations("classpath:sql")
                    .validateMigrationNaming(true)
                    .placeholderReplacement(false)
                    .cleanDisabled(true)
                    .group(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Fault.environment("the schema cannot be migrated: " + Fault.reason(e), e);
        }
    }
}

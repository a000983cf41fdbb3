package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import io.alluse.text.Json;
import io.alluse.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether a file is a policy or an overlay, and if not, why. */
@Command(
        name = "check",
        description = {
            "Checks policy and overlay files; names every problem with file, line, column and key.",
            "",
            "Examples:",
            "  alluse policy check my-policy.yaml",
            "  alluse policy check jobs/policies/*.yaml jobs/policies/overlays/*.yaml",
            ""
        })
final class PolicyCheckCommand extends Verb {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "policy or overlay files, anywhere")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Override
    public Integer call() {
        Map<Path, List<Problem>> byFile = new LinkedHashMap<>();
        files.forEach(file -> byFile.put(file, book().problems(file.toString(), read(file))));
        if (options().json()) {
            out().println(json(byFile));
        }
        byFile.forEach(this::print);
        boolean ok = byFile.values().stream().allMatch(List::isEmpty);
        return (ok ? Exit.OK : Exit.USAGE).code();
    }

    private void print(Path file, List<Problem> problems) {
        problems.forEach(err()::println);
        if (problems.isEmpty() && !options().json() && !options().quiet()) {
            out().println(file + ": ok");
        }
    }

    /** One byte more than is legal is enough to see that a file is too large. */
    private static byte[] read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Fault.notFound(file + ": no such file; give the path of a policy file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PolicyBook.MOST_BYTES + 1);
        } catch (IOException e) {
            throw Fault.environment(file + ": cannot be read: " + Fault.reason(e), e);
        }
    }

    private static Json json(Map<Path, List<Problem>> byFile) {
        List<Json> files = new ArrayList<>();
        byFile.forEach((file, problems) -> files.add(Json.object()
                .put("file", file)
                .put("ok", problems.isEmpty())
                .put("problems", problems.stream().map(ProblemText::json).toList())));
        return Json.object().put("files", files);
    }
}

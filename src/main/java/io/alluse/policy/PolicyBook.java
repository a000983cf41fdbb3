package io.alluse.policy;

import io.alluse.fault.Fault;
import io.alluse.yaml.Document;
import io.alluse.yaml.DocumentParser;
import io.alluse.yaml.Problem;
import io.alluse.yaml.Shelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies and overlays at hand: those shipped with the program, or those of a directory instead.
 *
 * <p>Asking for one reads that one file and no other.
 */
public final class PolicyBook {

    /** A file with more is refused. */
    public static final int MOST_BYTES = DocumentParser.MOST_BYTES;

    private static final String POLICIES = "policies/";
    private static final String OVERLAYS = "policies/overlays/";

    private final Shelf shelf;

    @Nullable
    private final Path directory;

    private PolicyBook(Shelf shelf, @Nullable Path directory) {
        this.shelf = shelf;
        this.directory = directory;
    }

    /** What travels with the program. */
    public static PolicyBook shipped() {
        return new PolicyBook(Shelf.shipped(), null);
    }

    /** What a directory laid out like {@code jobs/} holds, and nothing else. */
    public static PolicyBook of(Path jobs) {
        return new PolicyBook(Shelf.of(jobs), jobs);
    }

    /** The names of the policies, sorted. */
    public List<String> names() {
        return names(POLICIES);
    }

    public List<String> overlayNames() {
        return names(OVERLAYS);
    }

    public Policy policy(String name) {
        Policy policy = PolicyReader.read(document("policy", POLICIES, name)).orFault();
        mustBeNamed(name, policy.name(), "policy");
        return policy;
    }

    public Overlay overlay(String name) {
        Overlay overlay = Overlay.read(document("overlay", OVERLAYS, name)).orFault();
        mustBeNamed(name, overlay.name(), "overlay");
        return overlay;
    }

    /** A policy with overlays on top, the later ones over the earlier ones. */
    public Policy policy(String name, List<String> overlays) {
        Policy policy = policy(name);
        for (String overlay : overlays) {
            policy = policy.with(overlay(overlay));
        }
        return policy;
    }

    /**
     * Everything wrong with a file, which may be a policy or an overlay; an overlay must fit every policy of this book.
     */
    public List<Problem> problems(String file, byte[] text) {
        Document document = DocumentParser.file(file, text);
        if (!document.has(Overlay.SET)) {
            return PolicyReader.read(document).problems();
        }
        return switch (Overlay.read(document)) {
            case PolicyCheck.Invalid<Overlay>(List<Problem> problems) -> problems;
            case PolicyCheck.Valid<Overlay>(Overlay overlay) -> misfits(file, overlay);
        };
    }

    private List<Problem> misfits(String file, Overlay overlay) {
        List<Problem> problems = new ArrayList<>();
        for (String name : names()) {
            problems.addAll(policy(name)
                    .check(file + " on " + name, overlay.overrides())
                    .problems());
        }
        return problems;
    }

    private List<String> names(String folder) {
        mustHoldPolicies();
        return shelf.names(folder);
    }

    private Document document(String what, String folder, String name) {
        mustHoldPolicies();
        return shelf.document(what, folder, name);
    }

    private void mustHoldPolicies() {
        if (directory != null && !Files.isDirectory(directory.resolve(POLICIES))) {
            throw Fault.notFound(
                    directory + " holds no policies: it needs a folder `policies` with one NAME.yaml each");
        }
    }

    private static void mustBeNamed(String asked, String found, String what) {
        if (!asked.equals(found)) {
            throw Fault.usage(asked + Shelf.ENDING + ": name: must be " + asked + " as the file is called (found "
                    + found + "); rename the file or the " + what);
        }
    }
}

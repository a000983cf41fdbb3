package io.alluse.policy;

import io.alluse.fault.Fault;
import io.alluse.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final String ENDING = ".yaml";
    private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9-]*");

    private final Shelf shelf;

    private PolicyBook(Shelf shelf) {
        this.shelf = shelf;
    }

    /** What travels with the program. */
    public static PolicyBook shipped() {
        return new PolicyBook(new Shelf.Shipped());
    }

    /** What a directory laid out like {@code jobs/} holds, and nothing else. */
    public static PolicyBook of(Path jobs) {
        return new PolicyBook(new Shelf.Directory(jobs));
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
    public List<PolicyProblem> problems(String file, byte[] text) {
        Document document = DocumentParser.file(file, text);
        if (!document.has(Overlay.SET)) {
            return PolicyReader.read(document).problems();
        }
        return switch (Overlay.read(document)) {
            case PolicyCheck.Invalid<Overlay>(List<PolicyProblem> problems) -> problems;
            case PolicyCheck.Valid<Overlay>(Overlay overlay) -> misfits(file, overlay);
        };
    }

    private List<PolicyProblem> misfits(String file, Overlay overlay) {
        List<PolicyProblem> problems = new ArrayList<>();
        for (String name : names()) {
            problems.addAll(policy(name)
                    .check(file + " on " + name, overlay.overrides())
                    .problems());
        }
        return problems;
    }

    private List<String> names(String folder) {
        try {
            return shelf.files(folder).stream()
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Fault.environment("cannot list " + shelf.place(folder) + ": " + Fault.reason(e), e);
        }
    }

    private Document document(String what, String folder, String name) {
        String file = folder + name + ENDING;
        try {
            // a name is never a path: only a legal one is looked up
            byte[] text = (LEGAL.matcher(name).matches() ? shelf.read(file) : Optional.<byte[]>empty())
                    .orElseThrow(() -> unknown(what, folder, name));
            return DocumentParser.file(shelf.place(file), text);
        } catch (IOException e) {
            throw Fault.environment("cannot read " + shelf.place(file) + ": " + Fault.reason(e), e);
        }
    }

    private Fault unknown(String what, String folder, String name) {
        List<String> names = names(folder);
        return Fault.notFound(
                Nearest.unknown(what + " `" + name + "`", name, names) + "; there are: " + String.join(", ", names));
    }

    private static void mustBeNamed(String asked, String found, String what) {
        if (!asked.equals(found)) {
            throw Fault.usage(asked + ENDING + ": name: must be " + asked + " as the file is called (found " + found
                    + "); rename the file or the " + what);
        }
    }
}

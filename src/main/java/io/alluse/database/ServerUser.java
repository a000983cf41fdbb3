package io.alluse.database;

import com.sun.security.auth.module.UnixSystem;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** As whom the programs of PostgreSQL run: they refuse root, so that root has to lend them another identity. */
sealed interface ServerUser {

    /** An ordinary user runs them himself. */
    record Self() implements ServerUser {}

    /** Root in a user namespace of its own: not root to the programs, still the owner of the files. */
    record Namespace() implements ServerUser {}

    /** Somebody else, who then owns the home. */
    record Other(int uid, int gid) implements ServerUser {}

    /** The owner of the home decides, so that what one start has made the next one can use. */
    static ServerUser of(Path home) {
        if (new UnixSystem().getUid() != 0) {
            return new Self();
        }
        try {
            int owner = Trees.owner(home);
            if (owner != 0) {
                return checked(new Other(owner, Trees.group(home)));
            }
            return Programs.succeeds(home, List.of("unshare", "-U", "true")) ? new Namespace() : lent(home);
        } catch (IOException e) {
            throw Fault.environment("home " + home + " cannot be examined: " + Fault.reason(e), e);
        }
    }

    private static Other lent(Path home) throws IOException {
        for (String name : List.of("postgres", "nobody")) {
            Optional<Other> user = named(home, name);
            if (user.isPresent()) {
                Other other = checked(user.get());
                for (String ours : OURS) {
                    other.give(home.resolve(ours));
                }
                Trees.giveOnly(home, other.uid(), other.gid());
                return other;
            }
        }
        throw Fault.environment("PostgreSQL refuses to run as root, `unshare -U` is not permitted here, and there is"
                + " neither a user postgres nor nobody; run alluse as an ordinary user");
    }

    private static Other checked(Other user) {
        if (!Programs.succeeds(Path.of("/"), user.command(Path.of("true"), List.of()))) {
            throw Fault.environment("PostgreSQL refuses to run as root, and `setpriv` (of util-linux) cannot run it as"
                    + " user " + user.uid() + "; install it, or run alluse as an ordinary user");
        }
        return user;
    }

    /** What of a home the server's user needs: the home may hold other things, and they are not ours to give. */
    List<String> OURS = List.of("data", "log", "pg", "secret", "server.lock");

    private static Optional<Other> named(Path home, String name) throws IOException {
        Path probe = Files.createTempFile(home, "user", null);
        try {
            var users = FileSystems.getDefault().getUserPrincipalLookupService();
            Files.setOwner(probe, users.lookupPrincipalByName(name));
            int uid = Trees.owner(probe);
            return Optional.of(new Other(uid, uid));
        } catch (UserPrincipalNotFoundException e) {
            return Optional.empty();
        } finally {
            Files.delete(probe);
        }
    }

    /** The command that runs another one as this user. */
    default List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix());
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    private List<String> prefix() {
        return switch (this) {
            case Self() -> List.of();
            case Namespace() -> List.of("unshare", "-U");
            case Other(int uid, int gid) ->
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs");
        };
    }

    /** Makes files usable for the server and for later commands of its user. */
    default void give(Path path) {
        if (this instanceof Other(int uid, int gid) && Files.exists(path)) {
            try {
                Trees.give(path, uid, gid);
            } catch (IOException e) {
                throw Fault.environment(path + " cannot be given to user " + uid + ": " + Fault.reason(e), e);
            }
        }
    }
}

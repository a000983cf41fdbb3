package io.alluse.cli;

import io.alluse.notification.Channel;
import io.alluse.notification.ChannelFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which channels are told. */
final class NotifyOption {

    @Option(
            names = "--notify",
            paramLabel = "FILE",
            description = "who is told of failures, set-asides, breaks and the like (default: notifications.yaml in the"
                    + " home, if there is one)")
    @Nullable
    private Path file;

    List<Channel> channels(Path home) {
        return ChannelFile.read(file, home);
    }
}

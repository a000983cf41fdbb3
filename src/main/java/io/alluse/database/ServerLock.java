package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Only one process at a time starts, stops or prepares the server of a home; its death releases the lock. */
final class ServerLock implements AutoCloseable {

    private static final int PAUSE_MILLIS = 50;
    private static final int PATIENCE_MILLIS = 300_000;

    /** A file lock belongs to the whole process, so its threads queue here first. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private ServerLock(FileChannel channel) {
        this.channel = channel;
    }

    static ServerLock take(Path file, Consumer<String> progress) {
        THREADS.lock();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                await(channel, file, progress);
                return new ServerLock(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            THREADS.unlock();
            throw Fault.environment(
                    file + " cannot be locked: " + Fault.reason(e) + "; use the account that owns this home", e);
        } catch (RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    private static void await(FileChannel channel, Path file, Consumer<String> progress) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            progress.accept("waiting for another command that starts or stops the database");
        }
        for (int waited = 0; lock == null; waited += PAUSE_MILLIS) {
            if (waited >= PATIENCE_MILLIS) {
                throw Fault.environment(
                        file + " is held by another process for minutes; see what `alluse db` commands hang");
            }
            Pause.millis(PAUSE_MILLIS);
            lock = channel.tryLock();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Fault.environment("the server's lock cannot be released: " + Fault.reason(e), e);
        } finally {
            THREADS.unlock();
        }
    }
}

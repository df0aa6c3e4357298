package dev.contract.consumer.recording;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time: among the threads of a JVM by a lock in memory, among processes by a lock on a file. */
final class FolderLock {
    private static final Map<Path, Lock> THREADS = new ConcurrentHashMap<>();

    private FolderLock() {}

    /** Work on files. */
    interface Work {
        void run() throws IOException;
    }

    static void hold(Path folder, Work work) {
        Lock lock = THREADS.computeIfAbsent(folder, key -> new ReentrantLock());
        lock.lock();
        try {
            Files.createDirectories(folder);
            holdFile(folder.resolve("lock"), work);
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-WRITE", "the contracts cannot be written")
                            .at(folder.toString())
                            .found(e.toString())
                            .mend("see that the folder is writable and has room"),
                    e);
        } finally {
            lock.unlock();
        }
    }

    private static void holdFile(Path file, Work work) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock held = channel.lock();
            try {
                work.run();
            } finally {
                held.release();
            }
        }
    }
}

package dev.contract.provider.process;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** The wait for a file that another process makes. */
final class FileArrival {
    private FileArrival() {}

    static void await(Path file) throws IOException, InterruptedException {
        try (WatchService watch = file.getFileSystem().newWatchService()) {
            WatchKey key = file.getParent().register(watch, ENTRY_CREATE);
            while (!Files.exists(file)) {
                if (watch.poll(20, TimeUnit.SECONDS) == null) {
                    throw new AssertionError("nobody made " + file);
                }
                key.pollEvents();
                key.reset();
            }
        }
    }
}

package dev.contract.core.format;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a file as a whole or not at all: whoever reads it, at whatever moment, finds the old content or the new one.
 *
 * <p>Thread-safe, and safe between processes: the last one to finish wins.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes the bytes into a file, in place of what it held, with the permissions that it had; creates the folders it stands in.
     *
     * @throws ContractException if the file cannot be written; it is then as it was
     */
    public static void write(Path file, byte[] bytes) {
        try {
            Path target = target(file.toAbsolutePath());
            Path folder = target.getParent();
            if (folder == null) {
                throw new IOException("it is a root folder");
            }
            Files.createDirectories(folder);
            replace(target, folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp"), bytes);
            settle(folder);
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-WRITE", "a file cannot be written")
                            .at(file.toString())
                            .found(e.toString())
                            .mend("see that the folder exists, is writable and has room"),
                    e);
        }
    }

    /** A link stays a link: what it points to is replaced. */
    private static Path target(Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    }

    private static void replace(Path target, Path temporary, byte[] bytes) throws IOException {
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                keepPermissions(target, temporary);
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    int unused = channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Before anything is written: what others could not read so far, they cannot read now. */
    private static void keepPermissions(Path target, Path temporary) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (view == null || !Files.exists(target)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
        if (!permissions.equals(view.readAttributes().permissions())) {
            view.setPermissions(permissions);
        }
    }

    /** The new name, too, survives a power failure; folders cannot be opened everywhere, and there the system sees to it. */
    private static void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(AtomicFile.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "the folder " + folder + " cannot be synchronised: " + e);
        }
    }
}

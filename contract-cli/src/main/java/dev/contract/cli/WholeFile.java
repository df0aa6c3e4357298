package dev.contract.cli;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file that other programs wait for: when it is there, it is whole. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes it, in place of one that was there.
     *
     * @throws ContractException if it cannot be written
     */
    static void write(Path file, String text) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(Files.createDirectories(directory), "contract", ".tmp");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-FILE", "the file cannot be written")
                            .at(file.toString())
                            .found(e.toString())
                            .mend("give a file in a directory that this user may write to"),
                    e);
        }
    }
}

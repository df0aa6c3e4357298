package dev.contract.cli;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.standalone.StandaloneStub.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** A file that tells other programs where a stub listens. */
final class PortFile {
    private PortFile() {}

    /**
     * Writes the port, or a line {@code provider=port} for each provider where there are several ports; the file is whole when it is there.
     *
     * @param port that of the first server
     * @throws ContractException if it cannot be written
     */
    static void write(Path file, List<Served> served, int port) {
        boolean one = served.stream().allMatch(each -> each.port() == port);
        String text = one
                ? port + "\n"
                : served.stream()
                        .map(each -> each.provider() + "=" + each.port() + "\n")
                        .collect(Collectors.joining());
        try {
            Path directory = file.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(Files.createDirectories(directory), "port", ".tmp");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-FILE", "the file for the port cannot be written")
                            .at(file.toString())
                            .found(e.toString())
                            .mend("give a file in a directory that this user may write to"),
                    e);
        }
    }
}

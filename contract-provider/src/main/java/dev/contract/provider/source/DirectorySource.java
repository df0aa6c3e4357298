package dev.contract.provider.source;

import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The contract files of a directory. */
record DirectorySource(Path directory) implements ContractSource {

    @Override
    public String name() {
        return "directory " + directory;
    }

    @Override
    public LoadedContracts load(String provider) {
        try (Stream<Path> files = Files.list(directory)) {
            return FileSource.all(
                    files.filter(DirectorySource::isContract).sorted().toList(), provider);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return FileSource.failed(absent());
        } catch (IOException e) {
            return FileSource.failed(Problem.error("CONTRACT-FILE", "the directory of contracts cannot be read")
                    .at(directory.toString())
                    .found(e.toString()));
        }
    }

    private static boolean isContract(Path file) {
        return isContract(file.getFileName().toString()) && Files.isRegularFile(file);
    }

    /** Whether it is the name of a contract file that stands directly in a directory. */
    static boolean isContract(String name) {
        return name.endsWith(".json") && !name.startsWith(".") && !name.contains("/");
    }

    private Problem absent() {
        return Problem.error("CONTRACT-FILE", "there is no such directory of contracts")
                .at(directory.toString())
                .found("no directory at " + directory.toAbsolutePath().normalize())
                .mend(
                        NearFiles.of(Path.of(""), directory)
                                .map(near -> "did you mean " + near + "?")
                                .orElse(
                                        "run the consumer's tests, which write contracts; a relative path starts where the verification runs"));
    }
}

package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file that gets the service's lines as they come, in UTF-8. */
final class OutputFile implements Consumer<String>, AutoCloseable {
    private final Writer writer;

    private OutputFile(Writer writer) {
        this.writer = writer;
    }

    /** Begins the file anew, and makes its folder where there is none. */
    static OutputFile open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new OutputFile(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new ContractException(
                    Problem.error(Site.CODE, "the file for the service's output cannot be written")
                            .at(file.toString())
                            .found(e.toString())
                            .mend("name another file"),
                    e);
        }
    }

    @Override
    public void accept(String line) {
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

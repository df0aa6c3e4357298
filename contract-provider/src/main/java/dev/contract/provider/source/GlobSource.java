package dev.contract.provider.source;

import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** The contract files that a glob names. */
record GlobSource(Path directory, Glob glob) implements ContractSource {

    @Override
    public String name() {
        return "glob " + glob.pattern();
    }

    @Override
    public LoadedContracts load(String provider) {
        try {
            List<String> files = glob.files(directory);
            return files.isEmpty()
                    ? FileSource.failed(none())
                    : FileSource.all(files.stream().map(directory::resolve).toList(), provider);
        } catch (PatternSyntaxException e) {
            return FileSource.failed(Problem.error("CONTRACT-FILE", "this is no glob")
                    .at(glob.pattern())
                    .found(e.getDescription())
                    .mend("close each [ and {, or put a backslash before it"));
        } catch (IOException | UncheckedIOException e) {
            return FileSource.failed(Problem.error("CONTRACT-FILE", "a directory of the glob cannot be read")
                    .at(glob.pattern())
                    .found(e.toString())
                    .mend("allow this user to read it, or write more of the path without * and ?"));
        }
    }

    /** Told even where other places have contracts: who wrote the glob expected some here. */
    private Problem none() {
        return Problem.error("CONTRACT-NONE", "no contract file fits the glob")
                .at(glob.pattern())
                .found("no such file below " + directory.toAbsolutePath().normalize())
                .mend("run the consumer's tests, which write contracts; or check the path");
    }
}

package dev.contract.provider.source;

import dev.contract.provider.target.HttpUrl;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what kind of place a text names. */
final class Places {
    private Places() {}

    static ContractSource source(String text) {
        if (HttpUrl.looksLike(text)) {
            return ContractSource.url(text);
        }
        Path path = Path.of(text);
        if (Glob.isGlob(text) && !Files.exists(path)) {
            return ContractSource.glob(text);
        }
        boolean file = Files.isRegularFile(path) || (!Files.exists(path) && text.endsWith(".json"));
        return file ? new FileSource(path) : new DirectorySource(path);
    }
}

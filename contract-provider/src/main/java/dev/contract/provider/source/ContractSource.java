package dev.contract.provider.source;

import dev.contract.core.http.Headers;
import java.nio.file.Path;

/**
 * A place that holds contracts.
 *
 * <pre>{@code
 * Verifier.of("user-service").contractsFrom(directory("../contracts"), url("https://example.com/orders-users.json"))
 * }</pre>
 *
 * <p>Implementations must be thread-safe.
 */
public interface ContractSource {

    /** What the user calls the place: {@code directory ../contracts}. */
    String name();

    /**
     * Reads the contracts. A source may give contracts of other providers too; they are passed over. Never throws for what it finds:
     * it says so in problems.
     *
     * @param provider the provider whose contracts are wanted
     */
    LoadedContracts load(String provider);

    /** The {@code *.json} files that stand directly in a directory, sorted by name. */
    static ContractSource directory(String directory) {
        return new DirectorySource(Path.of(directory));
    }

    /** The {@code *.json} files that stand directly in a directory, sorted by name. */
    static ContractSource directory(Path directory) {
        return new DirectorySource(directory);
    }

    /** One contract file. */
    static ContractSource file(String file) {
        return new FileSource(Path.of(file));
    }

    /** One contract file. */
    static ContractSource file(Path file) {
        return new FileSource(file);
    }

    /**
     * One contract, fetched by {@code GET}; a few redirects are followed.
     *
     * @throws dev.contract.core.problem.ContractException if it is no HTTP URL
     */
    static ContractSource url(String url) {
        return url(url, Headers.EMPTY);
    }

    /**
     * One contract, fetched by {@code GET} with headers, for example a token; they are not sent on to another host.
     *
     * @throws dev.contract.core.problem.ContractException if it is no HTTP URL
     */
    static ContractSource url(String url, Headers headers) {
        return UrlSource.of(url, headers);
    }

    /**
     * A directory, a file or a URL, whichever the text names.
     *
     * @throws dev.contract.core.problem.ContractException if it starts like a URL and is none
     */
    static ContractSource of(String text) {
        return Places.source(text);
    }
}

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

    /** The files that a glob names: {@code consumers/*}{@code /target/contracts/*.json}; see {@link Glob}. */
    static ContractSource glob(String pattern) {
        return glob(Path.of(""), pattern);
    }

    /** As {@link #glob(String)}, below a directory unless the pattern is absolute. */
    static ContractSource glob(Path directory, String pattern) {
        return new GlobSource(directory, new Glob(pattern));
    }

    /**
     * The {@code *.json} files that stand directly in a directory of the class path, also inside jars, or one such file:
     * {@code classpath("contracts")}. Where several entries of the class path have it, all of them count, in their order.
     *
     * @param resource names and slashes, as for {@link ClassLoader#getResources}
     */
    static ContractSource classpath(String resource) {
        return new ClasspathSource(resource.replaceAll("^/+|/+$", ""));
    }

    /**
     * One contract, fetched by {@code GET}; a few redirects are followed. The result can be told who asks:
     * {@code url("https://example.com/orders-users.json").bearer(token)}.
     *
     * @param url a user name and a password in it are sent as basic authentication
     * @throws dev.contract.core.problem.ContractException if it is no HTTP URL
     */
    static UrlSource url(String url) {
        return url(url, Headers.EMPTY);
    }

    /**
     * One contract, fetched by {@code GET} with headers, for example a token; they are not sent on to another host.
     *
     * @throws dev.contract.core.problem.ContractException if it is no HTTP URL
     */
    static UrlSource url(String url, Headers headers) {
        return UrlSource.of(url, headers);
    }

    /**
     * A directory, a file, a glob or a URL, whichever the text names.
     *
     * @throws dev.contract.core.problem.ContractException if it starts like a URL and is none
     */
    static ContractSource of(String text) {
        return Places.source(text);
    }
}

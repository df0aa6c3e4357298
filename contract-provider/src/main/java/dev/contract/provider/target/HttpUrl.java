package dev.contract.provider.target;

import dev.contract.core.http.Query;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;

/**
 * One resource of a service: the address of the service, and a path and query as they go to the wire.
 *
 * <p>Immutable.
 *
 * @param origin scheme, host and port
 * @param path percent-encoded; at least {@code /}
 */
public record HttpUrl(String origin, String path, Query query) {

    /**
     * The parts of a text such as {@code https://example.com/contracts/a.json?latest}; a fragment is dropped.
     *
     * @throws ContractException if it is no HTTP URL
     */
    public static HttpUrl parse(String text) {
        String url = text.replaceFirst("#.*$", "");
        int mark = url.indexOf('?');
        String resource = mark < 0 ? url : url.substring(0, mark);
        int slash = resource.indexOf('/', resource.indexOf("//") + 2);
        String origin = slash < 0 ? resource : resource.substring(0, slash);
        return new HttpUrl(
                ServiceAddress.parse(origin).origin(),
                slash < 0 ? "/" : Wire.path(resource.substring(slash)),
                mark < 0 ? Query.EMPTY : Query.parse(Wire.query(url.substring(mark + 1))));
    }

    /** Whether a text means a URL and not a file. */
    public static boolean looksLike(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /**
     * The URL that a reference in a {@code Location} header leads to.
     *
     * @throws ContractException if it is none
     */
    public HttpUrl resolve(String reference) {
        if (looksLike(reference)) {
            return parse(reference);
        }
        if (reference.startsWith("//")) {
            return parse(origin.substring(0, origin.indexOf("//")) + reference);
        }
        if (reference.startsWith("/")) {
            return parse(origin + reference);
        }
        if (reference.contains(":")) {
            throw new ContractException(Problem.error("CONTRACT-URL", "a redirect leads to what is no HTTP URL")
                    .at(toString())
                    .found(Quoted.text(reference)));
        }
        return parse(origin + path.substring(0, path.lastIndexOf('/') + 1) + reference);
    }

    @Override
    public String toString() {
        String encoded = query.encoded();
        return origin + path + (encoded.isEmpty() ? "" : "?" + encoded);
    }
}

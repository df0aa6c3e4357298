package dev.contract.provider.seen;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.secret.Secrets;
import java.util.List;
import java.util.TreeSet;

/**
 * What a response had in it: names and paths, never values.
 *
 * <p>Immutable.
 *
 * @param method in upper case
 * @param path that was asked for, below the provider's address and without query; secrets in it masked
 * @param headers by their names, sorted
 * @param fields of a JSON body by their paths, sorted: {@code $.items[*].id}; none of other bodies
 */
public record ResponsePaths(String method, String path, int status, List<String> headers, List<String> fields) {
    public ResponsePaths {
        headers = List.copyOf(headers);
        fields = List.copyOf(fields);
    }

    /** What is in a response. */
    public static ResponsePaths of(HttpRequest request, HttpResponse response) {
        TreeSet<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.addAll(response.headers().names());
        return new ResponsePaths(
                request.method(),
                Secrets.masked(request.path()),
                response.status(),
                List.copyOf(headers),
                FieldPaths.of(ActualBody.of(response.body(), response.headers())));
    }
}

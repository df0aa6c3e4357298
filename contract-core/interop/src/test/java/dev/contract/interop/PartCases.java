package dev.contract.interop;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Paths, queries, headers and statuses. */
final class PartCases {
    static final List<Case> ALL = Stream.of(paths(), queries(), headers(), statuses())
            .flatMap(List::stream)
            .toList();

    private PartCases() {}

    private static List<Case> paths() {
        return List.of(
                path("path-regex", accepts("/orders/7", "/orders/123"), refuses("/orders/x", "/orders", "/orders/7/8")),
                path("path-include", accepts("/orders/7", "/old/orders/8"), refuses("/users/7")),
                path("path-from-state", accepts("/orders/42"), refuses("/users/42")),
                path("path-like-from-state", accepts("/orders/42", "/orders/7"), refuses()));
    }

    private static List<Case> queries() {
        return List.of(
                query(
                        "query-exact",
                        accepts("q=a%20b&q=c&x=%C3%BC", "x=%C3%BC&q=a+b&q=c"),
                        refuses(
                                "q=c&q=a%20b&x=%C3%BC",
                                "q=a%20b&x=%C3%BC", "q=a%20b&q=c", "q=a%20b&q=c&x=%C3%BC&y=1", "")),
                query("query-regex", accepts("q=7", "q=123"), refuses("q=x", "q=", "")),
                query("query-regex-list", accepts("q=7&q=8", "q=1&q=2"), refuses("q=x&q=8", "q=7&q=x", "")),
                query("query-numbered", accepts("q=7&q=a", "q=8&q=b"), refuses("q=a&q=7", "q=7&q=8", "q=7")),
                query("query-integer", accepts("q=7", "q=123"), refuses("q=x", "q=1.5", "")),
                query("query-like", accepts("q=a", "q=b"), refuses("")),
                query("query-include", accepts("q=hello", "q=bell"), refuses("q=help", "")),
                query("query-boolean", accepts("q=true", "q=false"), refuses("q=yes", "")),
                query("query-any-of", accepts("q=7", "q=n/a"), refuses("q=x", "")),
                query("query-from-state", accepts("q=42"), refuses("")),
                query("query-date", accepts("q=2024-02-29", "q=1999-12-31"), refuses("q=29.02.2024", "q=x", "")));
    }

    private static List<Case> headers() {
        return List.of(
                header("header-regex", "X-Id", accepts("7", "123"), refuses("x", "")),
                header("header-exact", "X-Id", accepts("a"), refuses("A", "b", "")),
                header("header-list", "X-Id", accepts("a, b"), refuses("b, a", "a", "a, c")),
                header("header-integer", "X-Id", accepts("7", "123"), refuses("x", "1.5")),
                header("header-include", "X-Id", accepts("hello", "bell"), refuses("help")),
                header("header-date", "X-Id", accepts("2024-02-29", "1999-12-31"), refuses("29.02.2024", "x")),
                header("header-uuid", "X-Id", accepts("936da01f-9abd-4d9d-80c7-02af85c822a8"), refuses("x")),
                header("header-from-state", "X-Id", accepts("42"), refuses()),
                header("header-like", "X-Id", accepts("a", "b"), refuses()),
                response("set-cookie", "Set-Cookie", accepts("id=7", "id=123"), refuses("id=x", "other=7")));
    }

    private static List<Case> statuses() {
        return List.of(
                status("status-information", List.of(), List.of(200, 404)),
                status("status-success", List.of(200, 204), List.of(302, 404, 500)),
                status("status-redirect", List.of(302, 303), List.of(200, 404)),
                status("status-client-error", List.of(400, 404), List.of(200, 500)),
                status("status-server-error", List.of(500, 502), List.of(200, 404)),
                status("status-no-error", List.of(200, 302), List.of(404, 500)),
                status("status-error", List.of(404, 500), List.of(200, 302)),
                status("status-list", List.of(200, 204), List.of(201, 404)));
    }

    private static Case path(String name, List<String> good, List<String> spoiled) {
        return Case.of(name, good, spoiled, path -> HttpRequest.of("POST", path), path -> null);
    }

    private static Case query(String name, List<String> good, List<String> spoiled) {
        return Case.of(name, good, spoiled, query -> at(name).withQuery(Query.parse(query)), query -> null);
    }

    /** A header of the request and of the response; without it, both are spoiled. */
    private static Case header(String name, String header, List<String> good, List<String> spoiled) {
        return Case.of(name, good, spoiled, line -> at(name).withHeader(header, line), line -> HttpResponse.of(200)
                        .withHeader(header, line))
                .and(new Exchange("no " + header, false, at(name), HttpResponse.of(200)));
    }

    private static Case response(String name, String header, List<String> good, List<String> spoiled) {
        return Case.of(
                name, good, spoiled, line -> null, line -> HttpResponse.of(200).withHeader(header, line));
    }

    private static Case status(String name, List<Integer> good, List<Integer> spoiled) {
        return Case.of(name, good, spoiled, status -> null, status -> HttpResponse.of(status));
    }

    private static HttpRequest at(String name) {
        return HttpRequest.of("POST", "/" + name);
    }

    private static List<String> accepts(String... texts) {
        return Arrays.asList(texts);
    }

    private static List<String> refuses(String... texts) {
        return Arrays.asList(texts);
    }
}

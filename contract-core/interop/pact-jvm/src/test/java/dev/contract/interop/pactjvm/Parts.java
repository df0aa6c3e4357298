package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.dsl.Matcher;
import au.com.dius.pact.consumer.dsl.Matchers;
import java.util.List;
import java.util.Map;

/** Rules for paths, queries, headers and statuses. */
final class Parts {
    private final Writing writing;

    private Parts(Writing writing) {
        this.writing = writing;
    }

    static void write(Writing writing) {
        Parts parts = new Parts(writing);
        parts.paths();
        parts.queries();
        parts.headers();
        parts.statuses();
    }

    private void paths() {
        writing.version3("path-regex", request -> request.matchPath("/orders/\\d+", "/orders/7"), response -> response);
        writing.version4(
                "path-regex",
                request -> request.path(Matchers.regexp("/orders/\\d+", "/orders/7")),
                response -> response);
        writing.version4(
                "path-include", request -> request.path(Matchers.includesStr("/orders/")), response -> response);
        writing.version3(
                "path-from-state",
                request -> request.pathFromProviderState("/orders/${id}", "/orders/42"),
                response -> response);
        writing.version4(
                "path-from-state",
                request -> request.path(Matchers.fromProviderState("/orders/${id}", "/orders/42")),
                response -> response);
    }

    private void queries() {
        query("query-like", Matchers.string("a"));
        query("query-include", Matchers.includesStr("ell"));
        query("query-integer", Matchers.integer(7L));
        writing.version3(
                "query-from-state",
                request -> request.queryParameterFromProviderState("q", "${id}", "42"),
                response -> response);
        query("query-from-state", Matchers.fromProviderState("${id}", "42"));
        writing.version3("query-exact", request -> request.query("q=a b&q=c&x=ü"), response -> response);
        writing.version4(
                "query-exact",
                request -> request.queryParameters(Map.of("q", List.of("a b", "c"), "x", "ü")),
                response -> response);
        writing.version3("query-regex", request -> request.matchQuery("q", "\\d+", "7"), response -> response);
        writing.version4(
                "query-regex",
                request -> request.queryParameter("q", Matchers.regexp("\\d+", "7")),
                response -> response);
        writing.version3(
                "query-regex-list",
                request -> request.matchQuery("q", "\\d+", List.of("7", "8")),
                response -> response);
        writing.version4(
                "query-numbered",
                request -> request.queryParameter(
                        "q", List.of(Matchers.regexp("\\d+", "7"), Matchers.regexp("[a-z]+", "a"))),
                response -> response);
        writing.version3(
                "query-date", request -> request.queryMatchingISODate("q", "2024-02-29"), response -> response);
        writing.version4(
                "query-date",
                request -> request.queryParameter("q", Matchers.date("yyyy-MM-dd", "2024-02-29")),
                response -> response);
    }

    private void query(String name, Matcher value) {
        writing.version4(name, request -> request.queryParameter("q", value), response -> response);
    }

    private void headers() {
        header("header-like", Matchers.string("a"));
        header("header-include", Matchers.includesStr("ell"));
        header("header-integer", Matchers.integer(7L));
        header("header-date", Matchers.date("yyyy-MM-dd", "2024-02-29"));
        header("header-uuid", Matchers.uuid("936da01f-9abd-4d9d-80c7-02af85c822a8"));
        writing.version3(
                "header-from-state",
                request -> request.headerFromProviderState("X-Id", "${id}", "42"),
                response -> response.headerFromProviderState("X-Id", "${id}", "42"));
        header("header-from-state", Matchers.fromProviderState("${id}", "42"));
        writing.version3(
                "header-regex",
                request -> request.matchHeader("X-Id", "\\d+", "7"),
                response -> response.matchHeader("X-Id", "\\d+", "7"));
        writing.version4(
                "header-regex",
                request -> request.header("X-Id", Matchers.regexp("\\d+", "7")),
                response -> response.header("X-Id", Matchers.regexp("\\d+", "7")));
        writing.version3(
                "header-exact",
                request -> request.headers("X-Id", "a"),
                response -> response.headers(Map.of("X-Id", "a")));
        writing.version4(
                "header-exact", request -> request.header("X-Id", "a"), response -> response.header("X-Id", "a"));
        writing.version4(
                "header-list",
                request -> request.header("X-Id", List.of("a", "b")),
                response -> response.header("X-Id", List.of("a", "b")));
        writing.version3("set-cookie", request -> request, response -> response.matchSetCookie("id", "\\d+", "7"));
        writing.version4("set-cookie", request -> request, response -> response.matchSetCookie("id", "\\d+", "7"));
    }

    private void header(String name, Matcher value) {
        writing.version4(name, request -> request.header("X-Id", value), response -> response.header("X-Id", value));
    }

    private void statuses() {
        writing.version4("status-information", request -> request, response -> response.informationStatus());
        writing.version4("status-success", request -> request, response -> response.successStatus());
        writing.version4("status-redirect", request -> request, response -> response.redirectStatus());
        writing.version4("status-client-error", request -> request, response -> response.clientErrorStatus());
        writing.version4("status-server-error", request -> request, response -> response.serverErrorStatus());
        writing.version4("status-no-error", request -> request, response -> response.nonErrorStatus());
        writing.version4("status-error", request -> request, response -> response.errorStatus());
        writing.version4("status-list", request -> request, response -> response.statusCodes(List.of(200, 204)));
    }
}

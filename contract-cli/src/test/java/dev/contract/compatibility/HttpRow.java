package dev.contract.compatibility;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of a table about requests, responses or both: what its cells say, put into a copy of what there was. */
final class HttpRow {
    private static final Pattern HEADER = Pattern.compile("'([^:']+):\\s*([^']*)'");
    private static final String CONTENT_TYPE = "Content-Type";

    /** Both sides of an exchange have the same columns, under other names. */
    private record Columns(String headers, String body, String contentType, String rules, String generators) {
        static final Columns PART = new Columns("headers", "body", "content type", "matching rules", "generators");
        static final Columns RESPONSE = new Columns(
                "response headers",
                "response body",
                "response content",
                "response matching rules",
                "response generators");
    }

    private static final Set<String> KNOWN = Set.of(
            "No",
            "desc",
            "method",
            "path",
            "query",
            "raw headers",
            "status",
            "response",
            "headers",
            "body",
            "content type",
            "matching rules",
            "generators",
            "response headers",
            "response body",
            "response content",
            "response matching rules",
            "response generators");

    private final Map<String, String> cells;
    private final SpecVersion version;

    HttpRow(Map<String, String> cells, SpecVersion version) {
        this.cells = cells;
        this.version = version;
        if (!KNOWN.containsAll(cells.keySet())) {
            throw new IllegalArgumentException("a column of the table is not known here: " + cells.keySet());
        }
    }

    private Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column)).filter(text -> !text.isBlank());
    }

    int number() {
        return Integer.parseInt(cells.get("No"));
    }

    HttpInteraction in(HttpInteraction interaction) {
        return new HttpInteraction(
                interaction.description(),
                interaction.states(),
                in(interaction.request()),
                response(Columns.RESPONSE, "response", interaction.response()),
                interaction.annotations());
    }

    RequestPart in(RequestPart part) {
        HttpRequest old = part.example();
        Columns columns = Columns.PART;
        Rules rules = rules(columns).orElse(new Rules(part.rules(), part.generators()));
        Headers headers = headers(columns, old.headers());
        HttpRequest example = new HttpRequest(
                cell("method").orElse(old.method()),
                cell("path").orElse(old.path()),
                cell("query").map(Query::parse).orElse(old.query()),
                headers,
                body(columns, old.body()));
        return RequestPart.of(example, rules.matching(), rules.generators());
    }

    /** In tables about responses alone the columns are those of requests. */
    ResponsePart in(ResponsePart part) {
        return response(Columns.PART, "status", part);
    }

    private ResponsePart response(Columns columns, String status, ResponsePart part) {
        HttpResponse old = part.example();
        Rules rules = rules(columns).orElse(new Rules(part.rules(), part.generators()));
        HttpResponse example = new HttpResponse(
                cell(status).map(Integer::parseInt).orElse(old.status()),
                headers(columns, old.headers()),
                body(columns, old.body()));
        return ResponsePart.of(example, rules.matching(), rules.generators());
    }

    private Optional<Rules> rules(Columns columns) {
        Optional<String> matching = cell(columns.rules());
        Optional<String> generators = cell(columns.generators());
        return matching.isEmpty() && generators.isEmpty()
                ? Optional.empty()
                : Optional.of(Rules.read(version, matching, generators));
    }

    private Headers headers(Columns columns, Headers old) {
        Headers headers =
                cell(columns.headers()).map(text -> replaced(old, text)).orElse(old);
        if (columns.equals(Columns.PART)) {
            headers = cell("raw headers").map(text -> added(old, text)).orElse(headers);
        }
        return typed(columns, headers);
    }

    /** A body keeps its type when the other headers are replaced. */
    private static Headers replaced(Headers old, String text) {
        Headers replaced = lines(Headers.builder(), text).build();
        Optional<String> type = old.first(CONTENT_TYPE);
        return type.isEmpty() || replaced.has(CONTENT_TYPE) ? replaced : replaced.with(CONTENT_TYPE, type.get());
    }

    private static Headers added(Headers old, String text) {
        Headers.Builder builder = Headers.builder();
        old.forEach(builder::addAll);
        return lines(builder, text).build();
    }

    private static Headers.Builder lines(Headers.Builder builder, String text) {
        Matcher line = HEADER.matcher(text);
        while (line.find()) {
            builder.addLine(line.group(1).strip(), line.group(2).strip());
        }
        return builder;
    }

    /** What the row says of the type, then what the body itself says; a plain text says nothing where a type is known. */
    private Headers typed(Columns columns, Headers headers) {
        Optional<String> stated = cell(columns.contentType());
        if (stated.isPresent()) {
            return headers.with(CONTENT_TYPE, stated.get());
        }
        Optional<String> body = cell(columns.body());
        if (body.isEmpty()) {
            return headers;
        }
        Optional<ContentType> own = Content.of(body.get()).body().contentType();
        if (own.isPresent()) {
            return headers.with(CONTENT_TYPE, own.get().toString());
        }
        return headers.has(CONTENT_TYPE) || body.get().equals("EMPTY")
                ? headers
                : headers.with(CONTENT_TYPE, ContentType.TEXT.toString());
    }

    private Body body(Columns columns, Body old) {
        return cell(columns.body())
                .map(text -> Body.of(Content.of(text).body().bytes()))
                .orElse(old);
    }

    /** The request with the cells of this row, for what is sent rather than expected. */
    HttpRequest in(HttpRequest request) {
        return in(RequestPart.of(request)).example();
    }

    /** A request or response that nothing is said of yet. */
    static HttpInteraction nothing(String description) {
        return new HttpInteraction(
                description,
                List.of(),
                RequestPart.of(HttpRequest.of("GET", "/")),
                ResponsePart.of(HttpResponse.of(200)),
                Annotations.NONE);
    }
}

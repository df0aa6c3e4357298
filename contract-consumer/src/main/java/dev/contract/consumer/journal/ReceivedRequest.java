package dev.contract.consumer.journal;

import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.problem.Shortened;
import dev.contract.core.secret.Secrets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that came to a stub, and its parts as a test wants them.
 *
 * <pre>{@code
 * ReceivedRequest request = pharmacy.journal().last().request();
 * assertThat(request.json("$.status")).isEqualTo("READY");
 * assertThat(request.query("notify")).contains("mail");
 * }</pre>
 *
 * <p>Its parts are as they came, secrets included; what is printed of it has none. Immutable.
 */
public final class ReceivedRequest {
    private static final int SHOWN = 200;

    private final HttpRequest request;
    private final long size;

    ReceivedRequest(HttpRequest request) {
        this.request = request;
        this.size = size(request);
    }

    /** The request as one value. */
    public HttpRequest asHttpRequest() {
        return request;
    }

    /** In upper case. */
    public String method() {
        return request.method();
    }

    /** As it stood on the wire, percent-encoded, without query. */
    public String path() {
        return request.path();
    }

    /** The parameters of the query, decoded, in their order; a value is null where the parameter had no {@code =}. */
    public Map<String, List<@Nullable String>> query() {
        return request.query().toMap();
    }

    /** The first value of a parameter of the query, decoded. */
    public Optional<String> query(String name) {
        return first(request.query(), name);
    }

    public Headers headers() {
        return request.headers();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return request.headers().first(name);
    }

    /** The cookies, as they were written; of several of one name the first. */
    public Map<String, String> cookies() {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String line : request.headers().values("Cookie")) {
            for (String pair : line.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
        }
        return Collections.unmodifiableMap(cookies);
    }

    /** The body; empty when there was none. */
    public byte[] bytes() {
        return request.body().bytes().clone();
    }

    /** The body as text, in the charset that {@code Content-Type} names, else UTF-8. */
    public String text() {
        Charset charset =
                request.headers().contentType().map(type -> type.charset()).orElse(StandardCharsets.UTF_8);
        return request.body().text(charset);
    }

    /**
     * The body as JSON, whatever its type says.
     *
     * @throws ContractException if it is none
     */
    public JsonValue json() {
        try {
            return JsonReader.read(request.body().bytes());
        } catch (JsonSyntaxException e) {
            throw new ContractException(
                    Problem.error("CONTRACT-JOURNAL", "the body of a request is no JSON")
                            .at(toString())
                            .found(Quoted.text(shown()))
                            .mend("ask for its text() or form()"),
                    e);
        }
    }

    /**
     * A value in the JSON of the body, as a plain value of Java: text, {@code Integer}, {@code Long} or {@code BigInteger}, {@code BigDecimal}
     * for numbers with a fraction or exponent, boolean, list, map, or null.
     *
     * @param path {@code "$.items[0].name"}
     * @throws ContractException if the body is no JSON, or nothing stands at the path
     */
    public @Nullable Object json(String path) {
        JsonValue root = json();
        JsonValue found =
                RulePath.parse(path).flatMap(parsed -> parsed.in(root)).orElseThrow(() -> nothing(path));
        return PlainJson.of(found);
    }

    private ContractException nothing(String path) {
        return new ContractException(Problem.error("CONTRACT-JOURNAL", "the body of a request has no " + path)
                .at(toString())
                .found(shown())
                .mend("name a value that is there by its keys and positions, such as $.items[0].name"));
    }

    private String shown() {
        return Secrets.masked(Shortened.to(SHOWN, text()));
    }

    /** The fields of a form, decoded, in their order; a value is null where the field had no {@code =}. */
    public Map<String, List<@Nullable String>> form() {
        return fields().toMap();
    }

    /** The first value of a field of a form, decoded. */
    public Optional<String> form(String name) {
        return first(fields(), name);
    }

    private Query fields() {
        return Query.parse(text());
    }

    private static Optional<String> first(Query query, String name) {
        List<@Nullable String> values = query.values(name);
        return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(0));
    }

    /** What a journal counts of it, in bytes and characters. */
    long size() {
        return size;
    }

    private static long size(HttpRequest request) {
        long size = request.body().bytes().length;
        size += request.path().length() + (long) request.query().encoded().length();
        for (String name : request.headers().names()) {
            for (String value : request.headers().values(name)) {
                size += name.length() + (long) value.length();
            }
        }
        return size;
    }

    /** Method, path and query, without secrets. */
    @Override
    public String toString() {
        String query = request.query().encoded();
        return Secrets.url(request.method() + " " + request.path() + (query.isEmpty() ? "" : "?" + query));
    }
}

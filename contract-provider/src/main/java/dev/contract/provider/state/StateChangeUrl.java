package dev.contract.provider.state;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.target.Access;
import dev.contract.provider.target.ExchangeException;
import dev.contract.provider.target.HttpTarget;
import dev.contract.provider.target.HttpUrl;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URL of the service under test that changes its state, as the Pact verifiers call it.
 *
 * <p>For each state one {@code POST} with {@code {"state": "user 42 exists", "params": {…}, "action": "setup"}} as JSON, or with the
 * same as query parameters. A status of 400 or more is a failure; a JSON object in the response gives values to generators.
 *
 * <p>Immutable and thread-safe.
 */
public final class StateChangeUrl {
    private final HttpUrl url;
    private final Access access;
    private final HttpTarget target;
    private final boolean teardown;
    private final boolean inQuery;

    private StateChangeUrl(HttpUrl url, Access access, HttpTarget target, boolean teardown, boolean inQuery) {
        this.url = url;
        this.access = access;
        this.target = target;
        this.teardown = teardown;
        this.inQuery = inQuery;
    }

    /**
     * State changes by JSON body, without teardown; each may take ten seconds.
     *
     * @throws dev.contract.core.problem.ContractException if it is no HTTP URL
     */
    public static StateChangeUrl of(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        return new StateChangeUrl(parsed, Access.DEFAULT, HttpTarget.at(parsed.origin(), Access.DEFAULT), false, false);
    }

    /**
     * The same URL, reached in another way; the limits stay.
     *
     * @throws dev.contract.core.problem.ContractException if a file that TLS needs cannot be used
     */
    public StateChangeUrl reachedBy(Access other) {
        Access limited = other.withLimits(access.limits());
        return new StateChangeUrl(url, limited, HttpTarget.at(url.origin(), limited), teardown, inQuery);
    }

    /**
     * The same URL, where one state change and its whole response may take so long, such as filling a database.
     *
     * @throws IllegalArgumentException if it is less than a millisecond
     */
    public StateChangeUrl within(Duration limit) {
        Access limited = access.withLimits(access.limits().withTime(limit));
        return new StateChangeUrl(url, limited, HttpTarget.at(url.origin(), limited), teardown, inQuery);
    }

    /** The same URL, called after each interaction too, with {@code "action": "teardown"}. */
    public StateChangeUrl withTeardown() {
        return new StateChangeUrl(url, access, target, true, inQuery);
    }

    /** The same URL, with state, parameters and action as query parameters and no body. */
    public StateChangeUrl inQuery() {
        return new StateChangeUrl(url, access, target, teardown, true);
    }

    JsonObject call(ProviderState state, StateAction action) throws StateFailure {
        if (action == StateAction.TEARDOWN && !teardown) {
            return JsonObject.EMPTY;
        }
        HttpResponse response;
        try {
            response = target.send(inQuery ? queryRequest(state, action) : bodyRequest(state, action));
        } catch (ExchangeException e) {
            throw failure(state, action, e.getMessage(), e);
        }
        if (response.status() >= 400) {
            throw failure(state, action, "it answered with status " + response.status(), null);
        }
        return values(response);
    }

    void close() {
        target.close();
    }

    private StateFailure failure(
            ProviderState state, StateAction action, @Nullable String reason, @Nullable Throwable cause) {
        return new StateFailure(
                StateHandlers.failed(action) + ": " + url + " for state " + Quoted.text(state.name()) + ": " + reason,
                cause);
    }

    private HttpRequest bodyRequest(ProviderState state, StateAction action) {
        JsonObject body = JsonObject.builder()
                .put("state", state.name())
                .put("params", state.parameters())
                .put("action", action.text())
                .build();
        return new HttpRequest(
                "POST", url.path(), url.query(), Headers.of("Content-Type", "application/json"), Body.json(body));
    }

    private HttpRequest queryRequest(ProviderState state, StateAction action) {
        Map<String, List<@Nullable String>> query =
                new LinkedHashMap<>(url.query().toMap());
        query.put("state", List.of(state.name()));
        state.parameters().forEach((name, value) -> query.put(name, List.of(text(value))));
        query.put("action", List.of(action.text()));
        return HttpRequest.of("POST", url.path()).withQuery(Query.of(query));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.text() : value.toJson();
    }

    private static JsonObject values(HttpResponse response) {
        try {
            return response.body().isPresent()
                    ? JsonReader.read(response.body().bytes()).asObject().orElse(JsonObject.EMPTY)
                    : JsonObject.EMPTY;
        } catch (JsonSyntaxException e) {
            return JsonObject.EMPTY;
        }
    }
}

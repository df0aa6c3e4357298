package dev.contract.provider.broker;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests to the broker and its JSON answers; what is not an answer becomes a {@link BrokerException}. */
final class Hal {
    private static final String ACCEPTED = "application/hal+json, application/json";
    static final String JSON = "application/json";
    static final String MERGE_PATCH = "application/merge-patch+json";

    private final BrokerTransport transport;
    private final String base;

    Hal(BrokerTransport transport, String base) {
        this.transport = transport;
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Where there is no index, there is no broker: that must not be taken for a broker without contracts. */
    HalDocument index(String task) {
        Exchange exchange = send("GET", base + "/", null, "");
        if (exchange.status() == 404) {
            throw noBroker(task, exchange, "status 404, where a broker has its index");
        }
        return json(task, successful(task, exchange));
    }

    /** A URL below the base, for the few resources that clients are expected to know. */
    String url(String path) {
        return base + path;
    }

    HalDocument get(String task, String url) {
        return json(task, exchange(task, "GET", url, null, ""));
    }

    /** As {@link #get}; empty when there is no such resource. */
    Optional<HalDocument> find(String task, String url) {
        return found(task, send("GET", url, null, ""));
    }

    /** As {@link #post}; empty when there is nobody to ask. */
    Optional<HalDocument> findByPost(String task, String url, JsonValue body) {
        return found(task, send("POST", url, body, JSON));
    }

    private static Optional<HalDocument> found(String task, Exchange exchange) {
        return exchange.status() == 404 ? Optional.empty() : Optional.of(json(task, successful(task, exchange)));
    }

    /** A contract: its text is needed as it was sent. */
    FetchedContract fetch(String task, String url) {
        Exchange exchange = exchange(task, "GET", url, null, "");
        return new FetchedContract(
                url, exchange.response().body(), json(task, exchange).json());
    }

    HalDocument post(String task, String url, JsonValue body) {
        return json(task, exchange(task, "POST", url, body, JSON));
    }

    HalDocument put(String task, String url, JsonValue body) {
        return json(task, exchange(task, "PUT", url, body, JSON));
    }

    HalDocument patch(String task, String url, JsonValue body) {
        return json(task, exchange(task, "PATCH", url, body, MERGE_PATCH));
    }

    /** Whether there was anything to delete. */
    boolean delete(String task, String url) {
        Exchange exchange = send("DELETE", url, null, "");
        if (exchange.status() == 404) {
            return false;
        }
        successful(task, exchange);
        return true;
    }

    private Exchange exchange(String task, String method, String url, @Nullable JsonValue body, String type) {
        return successful(task, send(method, url, body, type));
    }

    private Exchange send(String method, String url, @Nullable JsonValue body, String type) {
        Headers headers = Headers.of("Accept", ACCEPTED);
        String below = belowBase(url);
        int question = below.indexOf('?');
        HttpRequest request = new HttpRequest(
                method,
                question < 0 ? below : below.substring(0, question),
                question < 0 ? Query.EMPTY : Query.parse(below.substring(question + 1)),
                body == null ? headers : headers.with("Content-Type", type),
                body == null ? Body.MISSING : Body.text(body.toJson(), ContentType.of(type)));
        return new Exchange(method + " " + base + below, transport.send(request));
    }

    /** Path and query of a link, without the path of the base; see the page of this room for the reason. */
    private String belowBase(String url) {
        if (url.startsWith(base + "/")) {
            return url.substring(base.length());
        }
        String target = pathAndQuery(url);
        String basePath = pathAndQuery(base);
        if (!target.startsWith(basePath + "/")) {
            throw new BrokerException(
                    0,
                    Problem.error("CONTRACT-BROKER", "a link of the broker leads outside of it")
                            .at(base)
                            .found(url)
                            .mend("set the broker's own base URL to the address that its users have"));
        }
        return target.substring(basePath.length());
    }

    private static String pathAndQuery(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return url;
        }
        int path = url.indexOf('/', scheme + 3);
        return path < 0 ? "" : url.substring(path);
    }

    private static Exchange successful(String task, Exchange exchange) {
        if (exchange.status() / 100 == 2) {
            return exchange;
        }
        throw Refusal.of(task, exchange.place(), exchange.response());
    }

    private static HalDocument json(String task, Exchange exchange) {
        byte[] bytes = exchange.response().body().bytes();
        if (bytes.length == 0) {
            return new HalDocument(JsonObject.EMPTY, exchange.place());
        }
        try {
            return new HalDocument(
                    JsonReader.read(bytes).asObject().orElseThrow(() -> noBroker(task, exchange)), exchange.place());
        } catch (JsonSyntaxException e) {
            throw noBroker(task, exchange);
        }
    }

    private static BrokerException noBroker(String task, Exchange exchange) {
        String type = exchange.response().headers().first("Content-Type").orElse("no content type");
        return noBroker(task, exchange, "status " + exchange.status() + " with " + type + " that is no JSON object");
    }

    private static BrokerException noBroker(String task, Exchange exchange, String found) {
        return new BrokerException(
                0,
                Problem.error("CONTRACT-BROKER", "could not " + task + ": this is no answer of a broker")
                        .at(exchange.place())
                        .found(found)
                        .mend("make sure that the address is the base URL of a broker"));
    }

    private record Exchange(String place, HttpResponse response) {
        int status() {
            return response.status();
        }
    }
}

package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** What tests do with a broker, through its routes as every client does. */
final class Client {
    private final Function<HttpRequest, HttpResponse> routes;

    Client(Function<HttpRequest, HttpResponse> routes) {
        this.routes = routes;
    }

    HttpResponse send(String method, String target, String body) {
        return send(method, target, body, "application/json");
    }

    HttpResponse send(String method, String target, String body, String type) {
        String below = target.startsWith("http") ? target.substring(target.indexOf('/', 8)) : target;
        int question = below.indexOf('?');
        String path = question < 0 ? below : below.substring(0, question);
        Query query = question < 0 ? Query.EMPTY : Query.parse(below.substring(question + 1));
        Headers headers = Headers.of("Accept", "application/hal+json, application/json");
        return routes.apply(new HttpRequest(
                method,
                path,
                query,
                body.isEmpty() ? headers : headers.with("Content-Type", type),
                body.isEmpty() ? Body.MISSING : Body.text(body, ContentType.of(type))));
    }

    JsonObject get(String target) {
        return ok(send("GET", target, ""));
    }

    int status(String target) {
        return send("GET", target, "").status();
    }

    JsonObject put(String target, String body) {
        return ok(send("PUT", target, body));
    }

    JsonObject post(String target, String body) {
        return ok(send("POST", target, body));
    }

    JsonObject patch(String target, String body) {
        return ok(send("PATCH", target, body, "application/merge-patch+json"));
    }

    static JsonObject ok(HttpResponse response) {
        assertThat(response.status()).as(() -> response.body().text()).isBetween(200, 299);
        return json(response);
    }

    static JsonObject json(HttpResponse response) {
        return JsonReader.read(response.body().bytes()).asObject().orElseThrow();
    }

    static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A value deep in a document: names and positions, separated by blanks. */
    static JsonValue at(JsonValue document, String path) {
        JsonValue value = document;
        for (String step : path.split(" ", -1)) {
            value = step.matches("[0-9]+")
                    ? value.asArray().orElseThrow().get(Integer.parseInt(step))
                    : value.asObject().orElseThrow().get(step).orElseThrow();
        }
        return value;
    }

    static String text(JsonValue document, String path) {
        return at(document, path).asString().orElseThrow();
    }

    static List<JsonValue> list(JsonValue document, String path) {
        return at(document, path).asArray().map(JsonArray::elements).orElseThrow();
    }

    /** A pact whose one interaction says the content's name. */
    static String pact(String consumer, String provider, String content) {
        return """
            {"consumer": {"name": "%s"}, "provider": {"name": "%s"},
             "interactions": [{"description": "%s", "request": {"method": "GET", "path": "/"}, "response": {"status": 200}}],
             "metadata": {"pactSpecification": {"version": "2.0.0"}}}""".formatted(consumer, provider, content);
    }

    static String publication(String consumer, String version, String branch, String provider, String pact) {
        String content = Base64.getEncoder().encodeToString(pact.getBytes(StandardCharsets.UTF_8));
        return """
            {"pacticipantName": "%s", "pacticipantVersionNumber": "%s", "branch": %s, "tags": [],
             "contracts": [{"consumerName": "%s", "providerName": "%s", "specification": "pact",
               "contentType": "application/json", "content": "%s"}]}""".formatted(
                consumer, version, branch.isEmpty() ? "null" : "\"" + branch + "\"", consumer, provider, content);
    }

    static String pactPath(String consumer, String version, String provider) {
        return "/pacts/provider/" + encode(provider) + "/consumer/" + encode(consumer) + "/version/" + encode(version);
    }

    void publish(String consumer, String version, String provider, String content) {
        put(pactPath(consumer, version, provider), pact(consumer, provider, content));
    }

    JsonObject verify(String consumer, String version, String provider, String providerVersion, boolean success) {
        JsonObject pact = get(pactPath(consumer, version, provider));
        return post(
                text(pact, "_links pb:publish-verification-results href"),
                "{\"success\": " + success + ", \"providerApplicationVersion\": \"" + providerVersion + "\"}");
    }

    /**
     * Publishes an OpenAPI document.
     *
     * @param offers whether it has the one operation that the pacts of {@link #pact} use
     * @param tests how the provider's own tests ended: {@code passed}, {@code failed} or {@code untested}
     */
    JsonObject document(String provider, String version, boolean offers, String tests) {
        String document = """
                {"openapi": "3.1.0", "info": {"title": "%s", "version": "1"},
                 "paths": {"%s": {"get": {"responses": {"200": {"description": "fine"}}}}}}""".formatted(provider, offers ? "/" : "/others");
        String outcome = tests.equals("untested")
                ? ""
                : ", \"selfVerificationResults\": {\"success\": " + tests.equals("passed") + "}";
        return post("/provider-contracts/provider/" + encode(provider) + "/publish", """
                {"pacticipantVersionNumber": "%s", "contract": {"content": "%s", "contentType": "application/json",
                 "specification": "oas"%s}}""".formatted(
                version, Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8)), outcome));
    }

    void version(String name, String number) {
        put("/pacticipants/" + encode(name) + "/versions/" + encode(number), "{}");
    }

    void tag(String name, String number, String tag) {
        put("/pacticipants/" + encode(name) + "/versions/" + encode(number) + "/tags/" + encode(tag), "{}");
    }

    void branch(String name, String number, String branch) {
        put("/pacticipants/" + encode(name) + "/branches/" + encode(branch) + "/versions/" + encode(number), "{}");
    }

    void mainBranch(String name, String branch) {
        patch("/pacticipants/" + encode(name), "{\"mainBranch\": \"" + branch + "\"}");
    }

    /** Creates the environment unless it is there. */
    void environment(String name) {
        if (list(get("/environments?name=" + encode(name)), "_embedded environments")
                .isEmpty()) {
            post("/environments", "{\"name\": \"" + name + "\", \"production\": false}");
        }
    }

    String environmentUrl(String name) {
        return text(get("/environments?name=" + encode(name)), "_embedded environments 0 _links self href");
    }

    private String recording(String relation, String name, String number, String environment) {
        JsonObject version = get("/pacticipants/" + encode(name) + "/versions/" + encode(number));
        return list(version, "_links " + relation).stream()
                .filter(link -> text(link, "name").equals(environment))
                .map(link -> text(link, "href"))
                .findFirst()
                .orElseThrow();
    }

    JsonObject deploy(String name, String number, String environment, String instance) {
        String body = instance.isEmpty() ? "{}" : "{\"applicationInstance\": \"" + instance + "\"}";
        return post(recording("pb:record-deployment", name, number, environment), body);
    }

    JsonObject release(String name, String number, String environment) {
        return post(recording("pb:record-release", name, number, environment), "{}");
    }

    /** Ends what is deployed without an instance. */
    void undeploy(String name, String environment) {
        String current = environmentUrl(environment) + "/deployed-versions/currently-deployed?pacticipant="
                + encode(name) + "&applicationInstance=";
        patch(text(get(current), "_embedded deployedVersions 0 _links self href"), "{\"currentlyDeployed\": false}");
    }

    void endSupport(String name, String number, String environment) {
        String current = environmentUrl(environment) + "/released-versions/currently-supported?pacticipant="
                + encode(name) + "&version=" + encode(number);
        patch(text(get(current), "_embedded releasedVersions 0 _links self href"), "{\"currentlySupported\": false}");
    }
}

package dev.contract.broker.api;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes requests of names that exist, names that attack, and bodies of every shape but the right one. One thread at a time. */
final class HostileRequests {
    private static final String JSON = "application/json";
    private static final String PACT =
            "{\"consumer\": {\"name\": \"web\"}, \"provider\": {\"name\": \"orders\"}, \"interactions\": []}";

    /** What the names in paths are when they lead somewhere. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("pacticipant", "web"),
            Map.entry("consumer", "web"),
            Map.entry("provider", "orders"),
            Map.entry("version", "1"),
            Map.entry("other", "2"),
            Map.entry("branch", "main"),
            Map.entry("tag", "rc"),
            Map.entry("providerTag", "rc"),
            Map.entry("label", "front"),
            Map.entry("to", "production"),
            Map.entry("relation", "pacticipants"),
            Map.entry("environment", "0b2f6ac0-1d4e-4a5f-9c1b-6d0c5f7a2e31"),
            Map.entry("number", "1"));

    private static final List<String> HOSTILE_NAMES = List.of(
            "<script>alert(1)</script>",
            "'; DROP TABLE pacticipant; --",
            "\" OR \"1\"=\"1",
            "../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            ".",
            "..",
            " ",
            "a\r\nSet-Cookie: x=y",
            "a\u0000b",
            "\u010A\u010D",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "%00",
            "%",
            "%zz",
            "\u202Egnp.exe",
            "\uD83D\uDE00".repeat(80),
            "x".repeat(256),
            "y".repeat(9000),
            "-1",
            "999999999999999999999999",
            "1e309",
            "null",
            "true",
            "a.json",
            "*",
            "日本語");

    private static final List<String> FIELDS = List.of(
            "name",
            "displayName",
            "mainBranch",
            "repositoryUrl",
            "repositoryName",
            "repositoryNamespace",
            "buildUrl",
            "tags",
            "production",
            "contacts",
            "currentlyDeployed",
            "currentlySupported",
            "applicationInstance",
            "target",
            "pacticipantName",
            "pacticipantVersionNumber",
            "branch",
            "contracts",
            "success",
            "providerApplicationVersion",
            "providerVersionBranch",
            "providerVersionTags",
            "testResults",
            "verifiedBy",
            "consumerVersionSelectors",
            "includePendingStatus",
            "includeWipPactsSince",
            "consumer",
            "provider",
            "interactions",
            "messages",
            "metadata");

    private static final List<String> INNER_FIELDS = List.of(
            "name",
            "details",
            "consumerName",
            "providerName",
            "specification",
            "contentType",
            "content",
            "onConflict",
            "mainBranch",
            "latest",
            "tag",
            "fallbackTag",
            "environment",
            "deployed",
            "matchingBranch",
            "description",
            "request",
            "providerStates",
            "_id");

    private static final List<String> PARAMETERS = List.of(
            "q",
            "q[][pacticipant]",
            "q[][version]",
            "q[][latest]",
            "q[][tag]",
            "q[][branch]",
            "q[][environment]",
            "q[]pacticipant",
            "q[",
            "latestby",
            "latest",
            "tag",
            "environment",
            "mainBranch",
            "limit",
            "page",
            "size",
            "pageNumber",
            "success[]",
            "success",
            "ignore[]",
            "ignore[][pacticipant]",
            "ignore[][version]",
            "mode",
            "infer",
            "pacticipant",
            "version",
            "to",
            "name",
            "label",
            "initials",
            "exclude[]",
            "withVersions",
            "applicationInstance",
            "consumer_version_selectors[][tag]",
            "consumer_version_selectors[][latest]",
            "provider_version_tags[]",
            "include_wip_pacts_since",
            "include_pending_status");

    private final SplittableRandom random;

    HostileRequests(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** What makes the known names known. */
    static List<HttpRequest> friendly() {
        return List.of(
                request("PUT", "/pacts/provider/orders/consumer/web/version/1", PACT),
                request(
                        "PUT",
                        "/pacts/provider/orders/consumer/web/version/2",
                        PACT.replace("[]", "[{\"description\": \"a\"}]")),
                request("PUT", "/pacticipants/web/branches/main/versions/1", "{}"),
                request("PUT", "/pacticipants/web/versions/1/tags/rc", "{}"),
                request("PUT", "/pacticipants/orders/versions/1/tags/rc", "{}"),
                request("PUT", "/pacticipants/web/labels/front", "{}"),
                request(
                        "POST",
                        "/pacticipants/web/versions/1/deployed-versions/environment/" + KNOWN.get("environment"),
                        "{}"));
    }

    private static HttpRequest request(String method, String path, String body) {
        return HttpRequest.of(method, path)
                .withHeader("Content-Type", JSON)
                .withBody(Body.text(body, ContentType.of(JSON)));
    }

    HttpRequest to(Route route) {
        String method = random.nextInt(20) == 0 ? oneOf(List.of("HEAD", "OPTIONS", "TRACE", "DELETE")) : route.method();
        boolean writing = !method.equals("GET") && !method.equals("HEAD");
        HttpRequest request = HttpRequest.of(method, path(route.template().toString()))
                .withQuery(query())
                .withHeaders(headers(writing));
        return writing ? request.withBody(Body.of(body())) : request;
    }

    private String path(String template) {
        StringBuilder path = new StringBuilder();
        for (String part : template.substring(1).split("/", -1)) {
            path.append('/').append(part.startsWith("{") ? name(part.substring(1, part.length() - 1)) : part);
        }
        return path + (random.nextInt(30) == 0 ? oneOf(List.of(".json", ".svg", "/", "//", ";x=y", "/..%2f..")) : "");
    }

    private String name(String placeholder) {
        String known = KNOWN.getOrDefault(placeholder, "unknown");
        return random.nextInt(10) < 7 ? known : encoded(oneOf(HOSTILE_NAMES));
    }

    /** Encoded as it must be, or not at all where that is no other path. */
    private String encoded(String name) {
        boolean bare = name.chars().allMatch(each -> each > ' ' && each < 127 && each != '/' && each != '?');
        return bare && random.nextBoolean() ? name : URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private Query query() {
        int kind = random.nextInt(10);
        if (kind < 4) {
            return Query.EMPTY;
        }
        int count = kind == 9 ? 3000 : 1 + random.nextInt(6);
        String raw = IntStream.range(0, count)
                .mapToObj(each -> oneOf(PARAMETERS) + "=" + value())
                .collect(Collectors.joining("&"));
        return Query.parse(raw);
    }

    private String value() {
        return switch (random.nextInt(4)) {
            case 0 -> oneOf(List.of("true", "false", "1", "0", "cvpv", "cvp", "", "production", "rc", "main"));
            case 1 -> oneOf(List.of("web", "orders"));
            case 2 -> oneOf(List.of("%", "%zz", "%00", "%0d%0aX:y", "%F0%28%8C%28"));
            default -> URLEncoder.encode(oneOf(HOSTILE_NAMES), StandardCharsets.UTF_8);
        };
    }

    private Headers headers(boolean writing) {
        Headers headers = Headers.of(
                "Accept",
                oneOf(List.of(
                        "application/hal+json, application/json",
                        "application/problem+json",
                        "*/*",
                        "text/plain",
                        "text/csv",
                        "text/html",
                        "text/vnd.graphviz",
                        "application/vnd.pactbrokerextended.v1+json",
                        "\"; DROP",
                        "")));
        Headers typed = writing
                ? headers.with(
                        "Content-Type", random.nextInt(8) == 0 ? oneOf(List.of("text/xml", "", "json;;=")) : JSON)
                : headers;
        return random.nextInt(6) == 0
                ? typed.with("Host", "evil\"><script>").with("X-Forwarded-Proto", "javascript")
                : typed;
    }

    private byte[] body() {
        return switch (random.nextInt(12)) {
            case 0 -> text("{\"name\": ");
            case 1 -> text("[".repeat(300) + "]".repeat(300));
            case 2 -> text("{\"contracts\":".repeat(300) + "1" + "}".repeat(300));
            case 3 -> new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'};
            case 4 -> text(json(0));
            case 5 -> text("{} {}");
            case 6 -> text(PACT);
            default -> text(object(FIELDS, 0));
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String object(List<String> names, int depth) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(each -> "\"" + oneOf(names) + "\": " + json(depth + 1))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String json(int depth) {
        return switch (random.nextInt(depth > 3 ? 7 : 10)) {
            case 0 -> "null";
            case 1 -> oneOf(List.of("true", "false"));
            case 2 -> oneOf(List.of("0", "-1", "1e999", "1.50", "12345678901234567890"));
            case 3 ->
                "\"" + oneOf(List.of("web", "orders", "1", "main", "rc", "production", "pact", JSON, "merge")) + "\"";
            case 4 -> quoted(oneOf(HOSTILE_NAMES));
            case 5 -> oneOf(List.of("\"\\ud800\"", "\"\\u0000\"", "\"\"", "\"\\u000a\""));
            case 6 ->
                "\"" + Base64.getEncoder().encodeToString(random.nextBoolean() ? text(PACT) : text("[[[[")) + "\"";
            case 7 -> object(INNER_FIELDS, depth);
            default ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(each -> random.nextBoolean() ? object(INNER_FIELDS, depth) : json(depth + 1))
                        .collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private static String quoted(String text) {
        return JsonString.of(text).toJson();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

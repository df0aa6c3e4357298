package dev.contract.broker.api;

import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.TroublePage;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a request, in the three forms that clients read: {@code error} with a text, {@code errors} with texts by field, and
 * {@code errors} as a list of texts; and as a problem document for those who ask for one.
 *
 * @param byField texts by field; the one field "" stands for the request as a whole
 */
record Complaint(int status, Form form, Map<String, List<String>> byField, List<Notice> notices) {
    private static final String PROBLEM = "application/problem+json";
    private static final String PROBLEM_TYPE = PROBLEM + ";charset=utf-8";

    /** How the texts are laid out. */
    enum Form {
        SINGLE,
        BY_FIELD,
        LIST
    }

    static Complaint single(int status, String text) {
        return new Complaint(status, Form.SINGLE, Map.of("", List.of(text)), List.of());
    }

    static Complaint list(int status, List<String> texts) {
        return new Complaint(status, Form.LIST, Map.of("", texts), List.of());
    }

    static Complaint of(Refusal refusal) {
        int status =
                switch (refusal.kind()) {
                    case UNKNOWN -> 404;
                    case CONFLICT -> 409;
                    case INVALID -> 400;
                    case FORBIDDEN_CHANGE -> 422;
                };
        return refusal.errors().isEmpty()
                ? single(status, refusal.reason())
                : new Complaint(status, Form.BY_FIELD, refusal.errors(), refusal.notices());
    }

    /** The same as a list, for the resources whose clients expect one. */
    Complaint asList() {
        return list(status, texts());
    }

    List<String> texts() {
        return byField.values().stream().flatMap(List::stream).toList();
    }

    HttpResponse answerTo(HttpRequest request, Links links) {
        if (Browsing.wantsPage(request)) {
            return page(links);
        }
        return wantsProblem(request)
                ? Answers.json(status, problem(request, links), PROBLEM_TYPE)
                : Answers.hal(status, plain());
    }

    private static boolean wantsProblem(HttpRequest request) {
        return request.headers().values("Accept").stream().anyMatch(accept -> accept.contains(PROBLEM));
    }

    /** A fault of ours: the reference leads to what the log says of it. */
    static HttpResponse fault(HttpRequest request, Links links, String reference) {
        if (Browsing.wantsPage(request)) {
            return single(
                            500,
                            "This is a fault in the broker; please report it with the log entry of " + reference + ".")
                    .page(links);
        }
        String message = "This is a fault in the broker; please report it with the log entry of this reference.";
        JsonObject problem = single(500, message).problem(request, links).with("reference", JsonString.of(reference));
        JsonObject plain = JsonObject.builder()
                .put("message", message)
                .put("reference", reference)
                .build();
        return wantsProblem(request)
                ? Answers.json(500, problem, PROBLEM_TYPE)
                : Answers.hal(500, JsonObject.of("error", plain));
    }

    private HttpResponse page(Links links) {
        List<String> sentences = new ArrayList<>();
        byField.forEach((field, texts) ->
                texts.forEach(text -> sentences.add(field.isEmpty() ? text : field + " " + text + ".")));
        return Answers.page(
                status, new TroublePage(new Frame(title(), links.local().base(), null), sentences));
    }

    private JsonObject plain() {
        JsonObject.Builder body = JsonObject.builder();
        if (!notices.isEmpty()) {
            body.put("notices", Notices.json(notices));
        }
        return switch (form) {
            case SINGLE -> body.put("error", texts().get(0)).build();
            case LIST -> body.put("errors", strings(texts())).build();
            case BY_FIELD -> body.put("errors", errorsByField()).build();
        };
    }

    private JsonObject errorsByField() {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        byField.forEach((field, texts) -> fields.put(field, strings(texts)));
        return JsonObject.of(fields);
    }

    private static JsonArray strings(List<String> texts) {
        return JsonArray.of(texts.stream().map(JsonString::of).toList());
    }

    private JsonObject problem(HttpRequest request, Links links) {
        JsonObject problem = bareProblem(request, links);
        return notices.isEmpty() ? problem : problem.with("notices", Notices.json(notices));
    }

    private JsonObject bareProblem(HttpRequest request, Links links) {
        if (form == Form.SINGLE) {
            return JsonObject.builder()
                    .put("title", title())
                    .put("type", links.problem(type()))
                    .put("detail", texts().get(0))
                    .put("status", status)
                    .put("instance", request.path())
                    .build();
        }
        return JsonObject.builder()
                .put("title", status == 409 ? title() : "Validation errors")
                .put("type", links.problem(status == 409 ? type() : "validation-error"))
                .put("status", status)
                .put("instance", request.path())
                .put("errors", problems(links))
                .build();
    }

    private JsonArray problems(Links links) {
        List<JsonObject> all = new ArrayList<>();
        byField.forEach((field, texts) -> texts.forEach(text -> all.add(JsonObject.builder()
                .put("type", links.problem(problemType(text)))
                .put("title", form == Form.LIST ? "Invalid query" : "Invalid body parameter")
                .put("detail", text)
                .put("pointer", "/" + field.replace('.', '/'))
                .build())));
        return JsonArray.of(all);
    }

    private String problemType(String text) {
        if (form == Form.LIST) {
            return "invalid-query";
        }
        return text.startsWith("is missing") ? "missing-body-property" : "invalid-body-property-value";
    }

    private String type() {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 408 -> "timeout";
            case 409 -> "conflict";
            default -> status < 500 ? "invalid-request" : "server-error";
        };
    }

    private String title() {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 408 -> "Timeout";
            case 409 -> "Conflict";
            default -> status < 500 ? "Invalid request" : "Server error";
        };
    }
}

package dev.contract.standalone;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import dev.contract.standalone.StandaloneStub.Served;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the control API answers. */
final class Documents {
    private static final ContentType PROBLEM = ContentType.of("application/problem+json");

    private Documents() {}

    static HttpResponse json(int status, JsonValue value) {
        return response(status, value, ContentType.JSON);
    }

    private static HttpResponse response(int status, JsonValue value, ContentType type) {
        return new HttpResponse(
                status, Headers.of("Content-Type", type.toString()), Body.text(value.toJson() + "\n", type));
    }

    static HttpResponse nothing() {
        return HttpResponse.of(204);
    }

    /** What is wrong, as RFC 9457 has it: {@code detail} as people read it, {@code problems} for programs. */
    static HttpResponse problem(int status, List<Problem> problems) {
        JsonObject document = JsonObject.builder()
                .put("type", "about:blank")
                .put("title", problems.get(0).what())
                .put("status", status)
                .put("detail", problems.stream().map(Problem::toString).collect(Collectors.joining("\n\n")))
                .put("problems", problems(problems))
                .build();
        return response(status, document, PROBLEM);
    }

    static JsonArray problems(List<Problem> problems) {
        return JsonArray.of(problems.stream().map(Documents::problem).toList());
    }

    private static JsonObject problem(Problem problem) {
        JsonObject.Builder document = JsonObject.builder()
                .put("code", problem.code())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("what", problem.what());
        put(document, "where", problem.where());
        put(document, "found", problem.found());
        put(document, "mend", problem.mend());
        return document.build();
    }

    private static void put(JsonObject.Builder document, String name, @Nullable String value) {
        if (value != null) {
            document.put(name, value);
        }
    }

    static JsonObject served(Served served) {
        return JsonObject.builder()
                .put("name", served.provider())
                .put("url", served.url())
                .put("interactions", served.interactions())
                .build();
    }

    static JsonObject entry(Entry entry) {
        JsonObject.Builder document = JsonObject.builder().put("id", entry.id()).put("provider", entry.provider());
        Entry.Origin origin = entry.origin();
        if (origin != null) {
            document.put("consumer", origin.consumer()).put("contract", origin.name());
        }
        if (entry.scope() != null) {
            document.put("scope", entry.scope().id());
        }
        document.put("requested", entry.declared().wasRequested());
        if (!entry.extras().json().isEmpty()) {
            document.put("stub", entry.extras().json());
        }
        return document.put(
                        "interaction", ContractWriter.written(entry.declared().interaction()))
                .build();
    }
}

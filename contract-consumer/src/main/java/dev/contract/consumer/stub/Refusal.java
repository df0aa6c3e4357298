package dev.contract.consumer.stub;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.report.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to requests that nobody expected, for the eyes of who reads the client's log. */
final class Refusal {
    private static final Headers HEADERS = Headers.of(
            "Content-Type", "application/json; charset=UTF-8",
            "Access-Control-Allow-Origin", "*",
            "X-Pact-Unexpected-Request", "1");

    private Refusal() {}

    static Answer of(Unexpected unexpected) {
        Map<String, JsonValue> entries = new LinkedHashMap<>();
        entries.put("error", text("Unexpected request: " + Explanation.line(unexpected.request())));
        unexpected.nearest().ifPresent(nearest -> entries.put("nearest", text(nearest.quoted())));
        List<JsonValue> findings =
                unexpected.report().findings().stream().map(Refusal::finding).toList();
        if (!findings.isEmpty()) {
            entries.put("mismatches", JsonArray.of(findings));
        }
        entries.put("explanation", text(new Explanation("the consumer", "this stub").unexpected(unexpected, false)));
        return answer(500, entries);
    }

    static Answer of(int status, String sentence) {
        return answer(status, Map.of("error", text(sentence)));
    }

    private static Answer answer(int status, Map<String, JsonValue> entries) {
        return Answer.of(new HttpResponse(status, HEADERS, Body.json(JsonObject.of(entries))));
    }

    private static JsonValue finding(Finding finding) {
        Map<String, JsonValue> entries = new LinkedHashMap<>();
        entries.put("type", text(finding.part()));
        if (!finding.where().isEmpty()) {
            entries.put("where", text(finding.where()));
        }
        entries.put("mismatch", text(finding.sentence()));
        return JsonObject.of(entries);
    }

    private static JsonString text(String text) {
        return JsonString.of(text);
    }
}

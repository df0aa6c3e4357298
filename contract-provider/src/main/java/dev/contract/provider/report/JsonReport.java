package dev.contract.provider.report;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.model.ProviderState;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.report.Finding;
import dev.contract.core.secret.Secrets;
import dev.contract.openapi.OpenApiFinding;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.Outcome;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.seen.ResponsePaths;
import dev.contract.provider.strength.Strength;
import dev.contract.provider.strength.Weakness;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A result as JSON; the package page has the format. */
public final class JsonReport {
    private JsonReport() {}

    /** The report as indented text with a line break at its end. */
    public static String text(VerificationResult result) {
        return JsonWriter.folded(json(result)) + "\n";
    }

    public static JsonObject json(VerificationResult result) {
        return JsonObject.builder()
                .put("provider", result.provider())
                .put("success", result.success())
                .put("contracts", array(result.contracts(), JsonReport::contract))
                .put("warnings", array(result.warnings(), JsonReport::warning))
                .build();
    }

    /**
     * What a broker stores with a verification result, in the shape in which all Pact verifiers send it: the id and verdict of each
     * interaction, and of one that failed its description and its mismatches or exceptions. One without an id is named by its description.
     * What a response had in it is an attribute of our own, where it was kept.
     */
    public static JsonArray testResults(ContractResult contract) {
        return array(contract.interactions(), JsonReport::testResult);
    }

    private static JsonObject testResult(InteractionResult result) {
        JsonObject.Builder json = JsonObject.builder();
        result.id().ifPresent(id -> json.put("interactionId", id));
        if (!result.passed() || result.id().isEmpty()) {
            json.put("interactionDescription", result.interaction().description());
        }
        json.put("success", result.passed());
        JsonArray mismatches = result.outcome().fold(new Mismatches(JsonReport::publishedMismatch));
        JsonArray exceptions = result.outcome().fold(new Exceptions());
        if (!mismatches.isEmpty()) {
            json.put("mismatches", mismatches);
        }
        if (!exceptions.isEmpty()) {
            json.put("exceptions", exceptions);
        }
        result.response().ifPresent(response -> json.put("response", response(response)));
        return json.build();
    }

    private static JsonObject publishedMismatch(Finding finding) {
        JsonObject.Builder json = JsonObject.builder().put("attribute", finding.part());
        if (!finding.where().isEmpty()) {
            json.put("identifier", finding.where());
        }
        return json.put("description", finding.sentence()).build();
    }

    private static JsonObject contract(ContractResult contract) {
        return JsonObject.builder()
                .put("consumer", contract.contract().consumer())
                .put("source", Secrets.url(contract.source().name()))
                .put("success", contract.success())
                .put("pending", contract.source().pending())
                .put("leftOut", contract.leftOut())
                .put("notices", array(contract.source().notices(), JsonString::of))
                .put("interactions", array(contract.interactions(), JsonReport::interaction))
                .build();
    }

    private static JsonObject interaction(InteractionResult result) {
        var annotations = result.interaction().annotations();
        Location location = annotations.location();
        JsonObject.Builder json = JsonObject.builder()
                .put("interactionId", text(result.id().orElse(null)))
                .put("interactionDescription", result.interaction().description())
                .put("success", result.passed())
                .put("errors", array(result.outcome().errors(), JsonString::of))
                .put("mismatches", result.outcome().fold(new Mismatches(JsonReport::mismatch)))
                .put("exceptions", result.outcome().fold(new Exceptions()))
                .put("verdict", result.outcome().fold(new Verdicts()))
                .put("pending", result.pending())
                .put("states", array(result.interaction().states(), JsonReport::state))
                .put("location", text(location == null ? null : Secrets.url(location.toString())))
                .put("testname", text(annotations.comments().string("testname").orElse(null)))
                .put("testline", text(annotations.comments().string("testline").orElse(null)))
                .put("curl", text(result.curl().orElse(null)))
                .put("report", text(result.passed() ? null : result.report()))
                .put("warnings", array(result.warnings(), JsonReport::warning));
        result.strength().ifPresent(strength -> json.put("strength", strength(strength)));
        if (!result.openApi().isEmpty()) {
            json.put("openapi", array(result.openApi(), JsonReport::openApi));
        }
        result.response().ifPresent(response -> json.put("response", response(response)));
        return json.build();
    }

    private static JsonObject response(ResponsePaths response) {
        return JsonObject.builder()
                .put("method", response.method())
                .put("path", response.path())
                .put("status", response.status())
                .put("headers", array(response.headers(), JsonString::of))
                .put("fields", array(response.fields(), JsonString::of))
                .build();
    }

    private static JsonObject openApi(OpenApiFinding finding) {
        return JsonObject.builder()
                .put("rule", finding.rule().name())
                .put("advice", finding.isAdvice())
                .put("where", finding.where())
                .put("description", finding.sentence())
                .put("found", text(finding.found()))
                .put("place", finding.place().toString())
                .put("pointer", finding.pointer())
                .put("mend", finding.mend())
                .build();
    }

    private static JsonObject strength(Strength strength) {
        return JsonObject.builder()
                .put("changes", strength.changes())
                .put("noticed", strength.noticed())
                .put("untried", strength.untried())
                .put("weaknesses", array(strength.weaknesses(), JsonReport::weakness))
                .build();
    }

    private static JsonObject weakness(Weakness weakness) {
        return JsonObject.builder()
                .put("where", weakness.where())
                .put("becomes", weakness.becomes())
                .put("mend", weakness.mend())
                .build();
    }

    private static JsonObject state(ProviderState state) {
        return JsonObject.builder()
                .put("name", state.name())
                .put("params", state.parameters())
                .build();
    }

    private static JsonObject warning(Problem problem) {
        return JsonObject.builder()
                .put("code", problem.code())
                .put("text", problem.toString())
                .build();
    }

    private static JsonObject mismatch(Finding finding) {
        return JsonObject.builder()
                .put("attribute", finding.part())
                .put("identifier", finding.where())
                .put("description", finding.sentence())
                .put("expected", text(finding.expected()))
                .put("actual", text(finding.actual()))
                .put("renamedTo", text(finding.renamedTo().orElse(null)))
                .build();
    }

    private static JsonValue text(@Nullable String text) {
        return text == null ? JsonNull.NULL : JsonString.of(text);
    }

    private static <T> JsonArray array(Collection<T> elements, Function<T, ? extends JsonValue> json) {
        return JsonArray.of(elements.stream().map(json).toList());
    }

    private static final class Verdicts implements Outcome.Cases<String> {
        @Override
        public String passed(Outcome.Passed passed) {
            return "passed";
        }

        @Override
        public String failed(Outcome.Failed failed) {
            return "failed";
        }

        @Override
        public String errored(Outcome.Errored errored) {
            return "error";
        }
    }

    private record Mismatches(Function<Finding, JsonObject> json) implements Outcome.Cases<JsonArray> {
        @Override
        public JsonArray passed(Outcome.Passed passed) {
            return JsonArray.EMPTY;
        }

        @Override
        public JsonArray failed(Outcome.Failed failed) {
            return array(failed.findings(), json);
        }

        @Override
        public JsonArray errored(Outcome.Errored errored) {
            return JsonArray.EMPTY;
        }
    }

    private static final class Exceptions implements Outcome.Cases<JsonArray> {
        @Override
        public JsonArray passed(Outcome.Passed passed) {
            return JsonArray.EMPTY;
        }

        @Override
        public JsonArray failed(Outcome.Failed failed) {
            return JsonArray.EMPTY;
        }

        @Override
        public JsonArray errored(Outcome.Errored errored) {
            return JsonArray.of(
                    JsonObject.builder().put("message", errored.reason()).build());
        }
    }
}

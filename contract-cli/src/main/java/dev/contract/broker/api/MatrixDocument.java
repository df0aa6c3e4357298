package dev.contract.broker.api;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.InferredResult;
import dev.contract.broker.domain.matrix.MatrixAnswer;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Reason;
import dev.contract.broker.domain.matrix.Steps;
import dev.contract.broker.domain.matrix.Verdict;
import dev.contract.broker.domain.remedy.Remedy;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An answer of the matrix as clients read it. One thread at a time. */
final class MatrixDocument {
    private final Call call;
    private final Map<Long, JsonObject> versions = new HashMap<>();

    private MatrixDocument(Call call) {
        this.call = call;
    }

    static JsonObject of(Call call, MatrixAnswer answer, MatrixQuery.Parsed query) {
        MatrixDocument document = new MatrixDocument(call);
        List<MatrixRow> shown = answer.rows().stream().limit(query.limit()).toList();
        document.describeVersions(shown);
        List<JsonObject> rows = shown.stream().map(document::row).toList();
        JsonObject.Builder json = JsonObject.builder()
                .put("summary", summary(answer.verdict(), query.ignoring()))
                .put("notices", notices(answer.verdict().reasons()))
                .put("matrix", JsonArray.of(rows))
                .put("reasons", ReasonDocument.of(answer.verdict().reasons()))
                .put("actions", ActionDocument.of(Remedy.of(query.question(), answer, call.kept()), call.links()));
        if (call.query("explain").filter("true"::equals).isPresent()) {
            json.put("steps", array(Steps.of(query.question(), answer), MatrixDocument::step));
        }
        return json.build();
    }

    private static JsonObject step(Steps.Step step) {
        return JsonObject.builder()
                .put("title", step.title())
                .put("lines", array(step.lines(), JsonString::of))
                .build();
    }

    private static JsonObject summary(Verdict verdict, boolean ignoring) {
        JsonObject.Builder summary = JsonObject.builder()
                .put("deployable", deployable(verdict))
                .put("reason", verdict.text())
                .put("success", verdict.success())
                .put("failed", verdict.failed())
                .put("unknown", verdict.unknown());
        return ignoring ? summary.put("ignored", verdict.ignored()).build() : summary.build();
    }

    private static JsonValue deployable(Verdict verdict) {
        return switch (verdict.answer()) {
            case YES -> JsonBoolean.of(true);
            case NO -> JsonBoolean.of(false);
            case UNKNOWN -> JsonNull.NULL;
        };
    }

    private static JsonArray notices(List<Reason> reasons) {
        return JsonArray.of(reasons.stream()
                .map(reason -> Notices.json(reason.notice())
                        .with("code", JsonString.of(reason.code().name())))
                .toList());
    }

    private JsonObject row(MatrixRow row) {
        JsonObject.Builder json = JsonObject.builder()
                .put("consumer", side(row.pact().consumer().owner(), row.pact().consumer()))
                .put("provider", side(row.pact().provider(), row.provider()))
                .put(
                        "pact",
                        new Hal()
                                .put("createdAt", row.pact().createdAt())
                                .self(call.links().pact(row.pact()))
                                .build())
                .put("verificationResult", result(row));
        if (call.settings().comparing()) {
            json.put("verificationType", type(row));
        }
        InferredResult inference = row.inference();
        if (inference != null) {
            json.put("inferred", inferred(inference));
        }
        return row.ignored() ? json.put("ignored", true).build() : json.build();
    }

    private JsonObject side(Party party, @Nullable Version version) {
        return new Hal()
                .put("name", party.name().value())
                .put("version", version == null ? JsonNull.NULL : version(version))
                .self(call.links().pacticipant(party))
                .build();
    }

    private JsonObject version(Version version) {
        return Objects.requireNonNull(versions.get(version.id()), "a version of a row that is not shown");
    }

    /** A version stands in many rows, and is described once. */
    private void describeVersions(List<MatrixRow> rows) {
        List<Version> all = rows.stream()
                .flatMap(row -> Stream.of(row.pact().consumer(), row.provider()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        VersionPlaces places = VersionPlaces.of(all, call.kept());
        all.forEach(version -> versions.put(version.id(), describe(version, places)));
    }

    private JsonObject describe(Version version, VersionPlaces places) {
        List<BranchMember> on = places.branches(version);
        Links links = call.links();
        Hal hal = new Hal().put("number", version.number().value());
        on.stream()
                .findFirst()
                .ifPresent(member -> hal.put("branch", member.branch().name().value()));
        JsonArray branches = array(on, member -> VersionDocument.branch(links, member));
        return hal.put("branches", branches)
                .put("branchVersions", branches)
                .put("environments", array(places.environments(version), each -> EnvironmentDocument.properties(each)
                        .build()))
                .put("tags", array(places.tags(version), tag -> VersionDocument.tag(links, tag)))
                .self(links.version(version))
                .build();
    }

    private static <T> JsonArray array(List<T> elements, Function<T, JsonValue> json) {
        return JsonArray.of(elements.stream().map(json).toList());
    }

    /** There is no result, so there is no address of one either; clients that know nothing of this see that. */
    private static JsonObject inferred(InferredResult inference) {
        return JsonObject.builder()
                .put("success", true)
                .put("results", array(inference.from(), result -> JsonNumber.of(result.number())))
                .put("proof", array(inference.proof(), JsonString::of))
                .build();
    }

    /** By what a row is decided: a result, or what the provider version says of itself. */
    private static JsonValue type(MatrixRow row) {
        if (row.decidingDescription().isPresent()) {
            return JsonString.of("BDCT");
        }
        return row.result() == null ? JsonNull.NULL : JsonString.of("CDCT");
    }

    private JsonValue result(MatrixRow row) {
        return row.outcome()
                .<JsonValue>map(outcome -> new Hal()
                        .put("success", outcome.success())
                        .put("verifiedAt", outcome.at())
                        .self(proof(row))
                        .build())
                .orElse(JsonNull.NULL);
    }

    /** Where it says more of that. */
    private String proof(MatrixRow row) {
        return row.decidingDescription()
                .map(described ->
                        call.links().comparison(row.pact(), described.contract().sha()))
                .orElseGet(() -> call.links()
                        .verification(
                                row.pact(), Objects.requireNonNull(row.result()).number()));
    }
}

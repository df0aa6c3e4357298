package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.MatrixAnswer;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Reason;
import dev.contract.broker.domain.matrix.Verdict;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<JsonObject> rows =
                answer.rows().stream().limit(query.limit()).map(document::row).toList();
        return JsonObject.builder()
                .put("summary", summary(answer.verdict(), query.ignoring()))
                .put("notices", notices(answer.verdict().reasons()))
                .put("matrix", JsonArray.of(rows))
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
                .put("verificationResult", result(row, row.result()));
        return row.ignored() ? json.put("ignored", true).build() : json.build();
    }

    private JsonObject side(Party party, @Nullable Version version) {
        return new Hal()
                .put("name", party.name().value())
                .put("version", version == null ? JsonNull.NULL : version(version))
                .self(call.links().pacticipant(party))
                .build();
    }

    /** A version stands in many rows, and is described once. */
    private JsonObject version(Version version) {
        return versions.computeIfAbsent(version.id(), id -> describe(version));
    }

    private JsonObject describe(Version version) {
        Links links = call.links();
        List<JsonObject> branches = call.kept().branches().of(version).stream()
                .map(member -> VersionDocument.branch(links, member))
                .toList();
        Hal hal = new Hal().put("number", version.number().value());
        branches.stream().findFirst().flatMap(branch -> branch.get("name")).ifPresent(name -> hal.put("branch", name));
        return hal.put("branches", JsonArray.of(branches))
                .put("branchVersions", JsonArray.of(branches))
                .put("environments", JsonArray.of(environments(version)))
                .put(
                        "tags",
                        JsonArray.of(call.kept().tags().of(version).stream()
                                .map(tag -> VersionDocument.tag(links, tag))
                                .toList()))
                .self(links.version(version))
                .build();
    }

    private List<JsonObject> environments(Version version) {
        List<Environment> environments = call.kept().deployments().environmentsOf(version);
        return environments.stream()
                .map(environment -> EnvironmentDocument.properties(environment).build())
                .toList();
    }

    private JsonValue result(MatrixRow row, @Nullable Verification result) {
        return result == null
                ? JsonNull.NULL
                : new Hal()
                        .put("success", result.success())
                        .put("verifiedAt", result.verifiedAt())
                        .self(call.links().verification(row.pact(), result.number()))
                        .build();
    }
}

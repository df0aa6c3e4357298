package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Selector;
import dev.contract.broker.domain.plan.Plan;
import dev.contract.broker.domain.plan.Planning;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/** In which order new versions can be deployed: {@code /plan?q[][pacticipant]=A&q[][version]=1&…&environment=production}. */
final class PlanResource {
    private PlanResource() {}

    static void addTo(RouteTable table) {
        table.get("/plan", PlanResource::answer);
    }

    /** The answer, and to where. */
    record Planned(Plan plan, Environment environment) {}

    static Planned planned(Call call) {
        MatrixQuery.Wanted wanted = MatrixQuery.wanted(call);
        Environment environment = wanted.environment();
        return new Planned(
                Planning.plan(
                        versions(call, wanted.selectors()),
                        environment,
                        wanted.ignored(),
                        call.evidence(),
                        wanted.strictness(),
                        call.kept()),
                environment);
    }

    private static HttpResponse answer(Call call) {
        Planned planned = planned(call);
        Plan plan = planned.plan();
        Environment environment = planned.environment();
        return Answers.ok(JsonObject.builder()
                .put("possible", JsonBoolean.of(plan.isPossible()))
                .put(
                        "steps",
                        JsonArray.of(plan.steps().stream()
                                .map(step -> step(step, environment))
                                .toList()))
                .put(
                        "obstacles",
                        JsonArray.of(
                                plan.obstacles().stream().map(JsonString::of).toList()))
                .build());
    }

    private static List<Version> versions(Call call, List<Selector> selectors) {
        List<Version> versions = new ArrayList<>();
        for (Selector selector : selectors) {
            Version version = version(call, selector);
            if (versions.stream().anyMatch(other -> other.owner().equals(version.owner()))) {
                throw new Failure(
                        Complaint.list(400, List.of("Only one version of " + version.owner() + " can be deployed.")));
            }
            versions.add(version);
        }
        return versions;
    }

    private static Version version(Call call, Selector selector) {
        Pacticipant application =
                call.kept().pacticipants().find(selector.name()).orElseThrow();
        List<Version> found = selector.pick() instanceof Pick.Everything
                ? new Pick.Latest().versions(application, call.kept())
                : selector.pick().versions(application, call.kept());
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new Failure(Complaint.list(
                        400,
                        List.of("There is no such version: " + selector.pick().sought(selector.name()) + "."))));
    }

    private static JsonObject step(Plan.Step step, Environment environment) {
        Version version = step.version();
        return JsonObject.builder()
                .put("pacticipant", version.owner().name().value())
                .put("version", version.number().value())
                .put(
                        "reasons",
                        JsonArray.of(step.reasons().stream().map(JsonString::of).toList()))
                .put("command", CommandText.deployment(version.owner(), version.number(), environment))
                .build();
    }
}

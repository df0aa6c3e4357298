package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.provider.broker.BrokerResource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract plan}. */
@Command(abbreviateSynopsis = true)
final class PlanCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<String> names = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();

    @Option(
            names = "--to-environment",
            required = true,
            paramLabel = "NAME",
            order = 10,
            description = "Where they are to be deployed.")
    private String environment = "";

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    PlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The parser calls this, and the next, with null before it starts. */
    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            description =
                    "An application that is to be deployed. May be repeated; the version belongs to the last one.")
    void pacticipant(@Nullable String name) {
        if (name != null) {
            checkPairs();
            names.add(name);
        }
    }

    @Option(
            names = {"-e", "--version"},
            paramLabel = "VERSION",
            order = 2,
            description = "Its version.")
    void version(@Nullable String version) {
        if (version == null) {
            return;
        }
        if (versions.size() != names.size() - 1) {
            throw new WrongUsage("--version belongs behind the --pacticipant that it is about");
        }
        versions.add(version);
    }

    private void checkPairs() {
        if (versions.size() != names.size()) {
            throw new WrongUsage(names.get(names.size() - 1) + " has no --version behind it");
        }
    }

    @Override
    public Integer call() {
        checkPairs();
        if (names.isEmpty()) {
            throw new WrongUsage("say what is to be deployed, with --pacticipant and --version");
        }
        try (BrokerAccess broker = brokerOptions.open(surroundings)) {
            JsonObject plan = question(broker.client().at("plan")).get("make a plan");
            surroundings.console().result(output.isJson() ? output.json(plan) : text(plan));
            boolean possible =
                    plan.get("possible").filter(JsonBoolean.of(true)::equals).isPresent();
            return possible ? ExitCode.YES : ExitCode.NO;
        }
    }

    private BrokerResource question(BrokerResource plan) {
        BrokerResource question = plan;
        for (int i = 0; i < names.size(); i++) {
            question = question.with("q[][pacticipant]", names.get(i)).with("q[][version]", versions.get(i));
        }
        return question.with("environment", environment);
    }

    private static String text(JsonObject plan) {
        List<String> lines = new ArrayList<>();
        List<String> obstacles = texts(plan, "obstacles").toList();
        if (!obstacles.isEmpty()) {
            lines.add("There is no such order:");
            obstacles.forEach(obstacle -> lines.add("  " + obstacle));
        }
        for (JsonObject step : elements(plan, "steps")
                .flatMap(each -> each.asObject().stream())
                .toList()) {
            lines.add((lines.isEmpty() ? "" : "\n") + "Deploy "
                    + step.string("pacticipant").orElse("") + " "
                    + step.string("version").orElse(""));
            texts(step, "reasons").forEach(reason -> lines.add("  " + reason));
            lines.add("  " + step.string("command").orElse(""));
        }
        return String.join("\n", lines);
    }

    private static Stream<String> texts(JsonObject of, String list) {
        return elements(of, list).flatMap(each -> each.asString().stream());
    }

    private static Stream<JsonValue> elements(JsonObject of, String list) {
        return of.array(list).stream().flatMap(JsonArray::stream);
    }
}

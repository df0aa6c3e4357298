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
    private final List<Named> wanted = new ArrayList<>();
    private final List<Named> ignored = new ArrayList<>();

    /** Where the next version belongs. */
    private List<Named> current = wanted;

    private record Named(String name, @Nullable String version) {}

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

    /** The parser calls this, and the next two, with null before it starts. */
    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            description =
                    "An application that is to be deployed. May be repeated; the version belongs to the last one.")
    void pacticipant(@Nullable String name) {
        begin(wanted, name);
    }

    @Option(
            names = "--ignore",
            paramLabel = "NAME",
            order = 3,
            description = "Leave an application out, or only the --version that follows. May be repeated.")
    void ignore(@Nullable String name) {
        begin(ignored, name);
    }

    private void begin(List<Named> list, @Nullable String name) {
        if (name != null) {
            list.add(new Named(name, null));
            current = list;
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
        int last = current.size() - 1;
        if (last < 0 || current.get(last).version() != null) {
            throw new WrongUsage("--version belongs behind the --pacticipant that it is about");
        }
        current.set(last, new Named(current.get(last).name(), version));
    }

    private void checkPairs() {
        for (Named each : wanted) {
            if (each.version() == null) {
                throw new WrongUsage(each.name() + " has no --version behind it");
            }
        }
        if (wanted.isEmpty()) {
            throw new WrongUsage("say what is to be deployed, with --pacticipant and --version");
        }
    }

    @Override
    public Integer call() {
        checkPairs();
        try (BrokerAccess broker = brokerOptions.openToAsk(surroundings)) {
            JsonObject plan = question(broker.client().at("plan")).get("make a plan");
            surroundings.console().result(output.isJson() ? output.json(plan) : text(plan));
            boolean possible =
                    plan.get("possible").filter(JsonBoolean.of(true)::equals).isPresent();
            return possible ? ExitCode.YES : ExitCode.NO;
        }
    }

    private BrokerResource question(BrokerResource plan) {
        return with(with(plan, "q", wanted), "ignore", ignored).with("environment", environment);
    }

    private static BrokerResource with(BrokerResource resource, String list, List<Named> versions) {
        BrokerResource with = resource;
        for (Named each : versions) {
            with = with.with(list + "[][pacticipant]", each.name());
            with = each.version() == null ? with : with.with(list + "[][version]", each.version());
        }
        return with;
    }

    private String text(JsonObject plan) {
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
            lines.add("  " + brokerOptions.typed(step.string("command").orElse(""), surroundings));
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

package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.broker.BrokerClient;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract describe-version}. */
@Command
final class DescribeVersionCommand extends BrokerTask {
    @Mixin
    private PacticipantOption pacticipant = new PacticipantOption();

    @Option(
            names = {"-e", "--version"},
            paramLabel = "VERSION",
            order = 2,
            description = "The version. Without it: the latest one.")
    private @Nullable String version;

    @Option(
            names = {"-l", "--latest"},
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "TAG",
            order = 3,
            description = "The latest version, or the latest one with a tag.")
    private @Nullable String latest;

    DescribeVersionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        JsonObject found = find(broker).orElseThrow(this::unknown);
        return Told.of(found, "number", text(found));
    }

    private Optional<JsonObject> find(BrokerClient client) {
        if (version != null) {
            return client.version(pacticipant.name(), version);
        }
        return client.latestVersion(pacticipant.name(), latest == null || latest.isEmpty() ? null : latest);
    }

    private ContractException unknown() {
        String which = version != null
                ? "version " + Quoted.text(version)
                : latest == null || latest.isEmpty() ? "any version" : "a version with tag " + Quoted.text(latest);
        return new ContractException(Problem.error(
                        "CONTRACT-BROKER",
                        "the broker does not know " + which + " of " + Quoted.text(pacticipant.name()))
                .mend("check the names; a version is known once its contracts or its results are published"));
    }

    private String text(JsonObject found) {
        return new Facts(pacticipant.name() + " " + found.string("number").orElse(""))
                .add("branches", names(embedded(found, "branches")))
                .add("tags", names(embedded(found, "tags")))
                .add("environments", names(links(found, "pb:deployed-environments")))
                .add("contracts", names(links(found, "pb:pact-versions")))
                .add("build", found.string("buildUrl").orElse(null))
                .add("created", found.string("createdAt").orElse(null))
                .toString();
    }

    private static Stream<JsonValue> embedded(JsonObject found, String list) {
        return found.object("_embedded").flatMap(embedded -> embedded.array(list)).stream()
                .flatMap(JsonArray::stream);
    }

    private static Stream<JsonValue> links(JsonObject found, String relation) {
        return found.object("_links").flatMap(links -> links.array(relation)).stream()
                .flatMap(JsonArray::stream);
    }

    /** Null, which shows nothing, when there are none. */
    private static @Nullable String names(Stream<JsonValue> elements) {
        String names = elements.flatMap(each -> each.asObject().stream())
                .flatMap(each -> each.string("name").stream())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }
}

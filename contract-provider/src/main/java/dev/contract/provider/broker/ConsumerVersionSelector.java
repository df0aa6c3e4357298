package dev.contract.provider.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of consumers a provider wants to verify the contracts of.
 *
 * <pre>{@code
 * VerificationSelection.of(mainBranch(), branch("feat/x").fallbackBranch("main").consumer("shop-web"), deployedOrReleased())
 * }</pre>
 *
 * <p>Each form, and the rules by which forms exclude each other, are those of the Pact Broker's consumer version selectors. Immutable.
 */
public final class ConsumerVersionSelector {
    private final JsonObject json;

    private ConsumerVersionSelector(JsonObject json) {
        this.json = json;
    }

    /** The newest version of each consumer's main branch. */
    public static ConsumerVersionSelector mainBranch() {
        return is("mainBranch");
    }

    /** The newest version of a branch, where a consumer has it. */
    public static ConsumerVersionSelector branch(String name) {
        return of(JsonObject.of("branch", JsonString.of(name)));
    }

    /** The newest version of each branch of each consumer. */
    public static ConsumerVersionSelector everyBranch() {
        return is("branch").with("latest", JsonBoolean.of(true));
    }

    /** The newest version of the branch that is called like the provider's; the selection has to name that one. */
    public static ConsumerVersionSelector matchingBranch() {
        return is("matchingBranch");
    }

    /** Every version with a tag. */
    public static ConsumerVersionSelector tag(String name) {
        return of(JsonObject.of("tag", JsonString.of(name)));
    }

    /** The newest version with a tag. */
    public static ConsumerVersionSelector latestTag(String name) {
        return tag(name).with("latest", JsonBoolean.of(true));
    }

    /** The newest version of each consumer. */
    public static ConsumerVersionSelector latest() {
        return is("latest");
    }

    /** What is deployed in any environment. */
    public static ConsumerVersionSelector deployed() {
        return is("deployed");
    }

    /** What is deployed in one environment. */
    public static ConsumerVersionSelector deployedTo(String environment) {
        return deployed().with("environment", JsonString.of(environment));
    }

    /** What is released, and still supported, in any environment. */
    public static ConsumerVersionSelector released() {
        return is("released");
    }

    /** What is released, and still supported, in one environment. */
    public static ConsumerVersionSelector releasedTo(String environment) {
        return released().with("environment", JsonString.of(environment));
    }

    /** What is deployed or released in any environment. */
    public static ConsumerVersionSelector deployedOrReleased() {
        return is("deployedOrReleased");
    }

    /** What is deployed or released in one environment. */
    public static ConsumerVersionSelector environment(String name) {
        return of(JsonObject.of("environment", JsonString.of(name)));
    }

    /** The same, of one consumer only. */
    public ConsumerVersionSelector consumer(String name) {
        return with("consumer", JsonString.of(name));
    }

    /**
     * The same, with another branch for consumers that do not have the first one.
     *
     * @throws ContractException if it is no selector of a {@linkplain #branch branch}
     */
    public ConsumerVersionSelector fallbackBranch(String name) {
        return with("fallbackBranch", JsonString.of(name));
    }

    /**
     * The same, with another tag for consumers that do not have the first one.
     *
     * @throws ContractException if it is no selector of the {@linkplain #latestTag latest version with a tag}
     */
    public ConsumerVersionSelector fallbackTag(String name) {
        return with("fallbackTag", JsonString.of(name));
    }

    /**
     * Reads one selector, or a list of them, in the form of the broker's API: {@code {"mainBranch": true}}.
     *
     * @param place what the user calls the text, for messages
     * @throws ContractException with all that is wrong, each with its line and column: no JSON, names that mean nothing, values of a wrong
     *     kind, properties that exclude each other
     */
    public static List<ConsumerVersionSelector> parse(String place, String text) {
        JsonValue root = JsonReader.readLocated(place, text.getBytes(StandardCharsets.UTF_8))
                .root();
        List<JsonValue> all = root.asArray().map(JsonArray::elements).orElse(List.of(root));
        List<Problem> problems = new ArrayList<>();
        List<ConsumerVersionSelector> selectors = new ArrayList<>();
        for (JsonValue each : all) {
            Optional<JsonObject> selector = each.asObject();
            problems.addAll(selector.map(object -> SelectorRules.check(object, place))
                    .orElseGet(() -> List.of(noObject(place, each))));
            selector.map(ConsumerVersionSelector::new).ifPresent(selectors::add);
        }
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return selectors;
    }

    private static Problem noObject(String place, JsonValue value) {
        Location location = value.location();
        return Problem.error(SelectorRules.CODE, "a selector is an object")
                .at(location == null ? place : location.toString())
                .found(value.toJson())
                .mend("write one such as {\"mainBranch\": true}, or a list of such objects");
    }

    private static ConsumerVersionSelector is(String name) {
        return of(JsonObject.of(name, JsonBoolean.of(true)));
    }

    private ConsumerVersionSelector with(String name, JsonValue value) {
        return of(json.with(name, value));
    }

    private static ConsumerVersionSelector of(JsonObject json) {
        List<Problem> problems = SelectorRules.check(json, "selector " + json.toJson());
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return new ConsumerVersionSelector(json);
    }

    /** As the broker's API has it. */
    public JsonObject json() {
        return json;
    }

    /** Whether it can be answered only for a provider whose branch is known. */
    boolean needsProviderBranch() {
        return is("matchingBranch", json);
    }

    /**
     * What it selects, in words: {@code branch "feat/x" (or else "main") of "shop-web"}.
     *
     * @param providerBranch null when it is not known
     */
    String words(@Nullable String providerBranch) {
        String versions = Stream.of(onBranch(providerBranch), tagged(), live())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        String consumer = text("consumer").map(name -> " of " + name).orElse("");
        return (versions.isEmpty() ? "latest version" : versions) + consumer;
    }

    private Optional<String> onBranch(@Nullable String providerBranch) {
        if (is("mainBranch", json)) {
            return Optional.of("main branch");
        }
        if (needsProviderBranch()) {
            return Optional.of(
                    "branch " + Quoted.text(Objects.requireNonNullElse(providerBranch, "")) + " like the provider's");
        }
        return is("branch", json)
                ? Optional.of("every branch")
                : text("branch").map(name -> "branch " + name + or("fallbackBranch"));
    }

    private Optional<String> tagged() {
        String latest = is("latest", json) ? "latest" : "all";
        return text("tag").map(name -> latest + " with tag " + name + or("fallbackTag"));
    }

    private String or(String fallback) {
        return text(fallback).map(name -> " (or else " + name + ")").orElse("");
    }

    private Optional<String> live() {
        String environment = text("environment").map(name -> " to " + name).orElse("");
        return Stream.of("deployed", "released")
                .filter(name -> is(name, json))
                .findFirst()
                .or(() -> is("deployedOrReleased", json) || !environment.isEmpty()
                        ? Optional.of("deployed or released")
                        : Optional.empty())
                .map(how -> how + environment);
    }

    private Optional<String> text(String name) {
        return json.string(name).map(Quoted::text);
    }

    static boolean is(String name, JsonObject json) {
        return json.get(name).flatMap(JsonValue::asBoolean).orElse(false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsumerVersionSelector that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json.toJson();
    }
}

package dev.contract.provider.broker;

import static dev.contract.provider.broker.ConsumerVersionSelector.is;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a selector may have. The rules are those by which brokers answer 400; that a name means nothing, a broker would not say, and the
 * contracts that were meant would be missing.
 */
final class SelectorRules {
    static final String CODE = "CONTRACT-SELECTOR";

    private static final List<String> FLAGS =
            List.of("mainBranch", "matchingBranch", "latest", "deployed", "released", "deployedOrReleased");
    private static final List<String> TEXTS =
            List.of("branch", "fallbackBranch", "tag", "fallbackTag", "environment", "consumer");

    private static final List<String> LIVE = List.of("deployed", "released", "deployedOrReleased", "environment");
    private static final List<String> CHOOSING = List.of(
            "mainBranch",
            "branch",
            "matchingBranch",
            "tag",
            "latest",
            "deployed",
            "released",
            "deployedOrReleased",
            "environment");

    private final JsonObject selector;
    private final String place;
    private final List<Problem> problems = new ArrayList<>();

    private SelectorRules(JsonObject selector, String place) {
        this.selector = selector;
        this.place = place;
    }

    /** All that is wrong with a selector; the place is used where its values have none of their own. */
    static List<Problem> check(JsonObject selector, String place) {
        SelectorRules rules = new SelectorRules(selector, place);
        selector.forEach(rules::checkProperty);
        if (rules.problems.isEmpty()) {
            rules.checkCombination();
        }
        return rules.problems;
    }

    private void checkProperty(String name, JsonValue value) {
        if (FLAGS.contains(name)) {
            if (value.asBoolean().isEmpty()) {
                add(value, "\"" + name + "\" of a selector is true or false", value.toJson(), null);
            }
        } else if (!TEXTS.contains(name)) {
            add(value, "a selector has no " + Quoted.text(name), selector.toJson(), advice(name));
        } else if (!isName(value) && !(name.equals("branch") && is(name, selector))) {
            add(value, "\"" + name + "\" of a selector is a name", value.toJson(), null);
        }
    }

    private static boolean isName(JsonValue value) {
        return value.asString().filter(text -> !text.isBlank()).isPresent();
    }

    private static String advice(String name) {
        List<String> known = Stream.concat(FLAGS.stream(), TEXTS.stream()).toList();
        return NearNames.nearest(name, known)
                .map(near -> "write \"" + near + "\"")
                .orElse("use " + String.join(", ", known));
    }

    private void checkCombination() {
        if (CHOOSING.stream().noneMatch(this::has)) {
            add(
                    selector,
                    "the selector selects nothing",
                    selector.toJson(),
                    "add one of " + String.join(", ", CHOOSING));
        }
        exclude("mainBranch", "branch", "matchingBranch", "tag");
        exclude("matchingBranch", "branch", "tag", "latest");
        exclude("branch", "tag");
        List.of("mainBranch", "matchingBranch", "branch").forEach(name -> exclude(name, LIVE.toArray(String[]::new)));
        exclude("deployed", "released", "deployedOrReleased");
        exclude("released", "deployedOrReleased");
        checkLatest("mainBranch");
        checkLatest("branch");
        if (has("fallbackBranch") && selector.string("branch").isEmpty()) {
            add(selector, "\"fallbackBranch\" needs \"branch\"", selector.toJson(), "add the branch that comes first");
        }
        if (has("fallbackTag") && !(has("tag") && has("latest"))) {
            add(
                    selector,
                    "\"fallbackTag\" needs \"tag\" and \"latest\"",
                    selector.toJson(),
                    "add the tag that comes first, and \"latest\": true");
        }
    }

    /** What is false is as if it were not there. */
    private boolean has(String name) {
        return selector.string(name).isPresent() || is(name, selector);
    }

    private void exclude(String name, String... others) {
        for (String other : others) {
            if (has(name) && has(other)) {
                add(
                        selector,
                        "\"" + name + "\" and \"" + other + "\" exclude each other",
                        selector.toJson(),
                        "make two selectors of it, to have the contracts of both");
            }
        }
    }

    /** Of a branch there is never more than the newest version. */
    private void checkLatest(String name) {
        if (has(name) && selector.has("latest") && !has("latest")) {
            add(
                    selector,
                    "\"" + name + "\" is always about the latest version",
                    selector.toJson(),
                    "leave out \"latest\"");
        }
    }

    private void add(JsonValue value, String what, String found, @Nullable String mend) {
        Location location = value.location();
        Problem problem = Problem.error(CODE, what)
                .at(location == null ? place : location.toString())
                .found(found);
        problems.add(mend == null ? problem : problem.mend(mend));
    }
}

package dev.contract.broker.api;

import dev.contract.broker.api.Badge.Colour;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Standing;
import dev.contract.broker.domain.matrix.Verdict;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pictures for pages that others keep. They say "not found" in grey, never with an error: such a page shows only pictures. */
final class BadgeResource {
    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";
    private static final String NOT_KEPT = "no-cache";
    private static final String KEPT_SHORTLY = "max-age=30";

    private BadgeResource() {}

    static void addTo(RouteTable table) {
        add(table, PAIR + "/latest", NOT_KEPT, BadgeResource::ofLatest);
        add(table, PAIR + "/latest/{tag}", NOT_KEPT, BadgeResource::ofTagged);
        add(table, PAIR + "/latest-untagged", NOT_KEPT, BadgeResource::ofUntagged);
        add(table, PAIR + "/branch/{branch}/latest", NOT_KEPT, BadgeResource::onBranch);
        add(
                table,
                "/matrix/provider/{provider}/latest/{providerTag}/consumer/{consumer}/latest/{tag}",
                NOT_KEPT,
                BadgeResource::ofTwoTags);
        add(table, MatrixResource.TAG_TO_TAG, NOT_KEPT, BadgeResource::tagToTag);
        add(table, MatrixResource.BRANCH_TO_ENVIRONMENT, NOT_KEPT, BadgeResource::branchToEnvironment);
        add(table, MatrixResource.CAN_I_MERGE, KEPT_SHORTLY, BadgeResource::canIMerge);
    }

    private static void add(RouteTable table, String path, String cacheControl, Function<Call, Badge> badge) {
        table.get(path + "/badge", call -> drawn(call, badge).answer(cacheControl))
                .demanding(Demand.BADGE);
    }

    private static Badge drawn(Call call, Function<Call, Badge> badge) {
        try {
            return badge.apply(call);
        } catch (Failure | Refusal e) {
            return new Badge(call.query("label").orElse("contract"), "not found", Colour.GREY);
        }
    }

    private static Badge ofLatest(Call call) {
        return ofPact(call, "", pair -> call.kept().pacts().latest(pair.consumer(), pair.provider()));
    }

    private static Badge ofTagged(Call call) {
        TagName tag = call.tagName();
        return ofPact(call, tag.value(), pair -> PactResource.tagged(call, pair, tag));
    }

    private static Badge ofUntagged(Call call) {
        return ofPact(call, "", pair -> call.kept().pacts().latestUntagged(pair.consumer(), pair.provider()));
    }

    private static Badge onBranch(Call call) {
        return ofPact(call, call.branchName().value(), pair -> PactResource.onBranch(call, pair, call.branchName()));
    }

    private static Badge ofPact(Call call, String place, Function<PactResource.Pair, Optional<Pact>> pick) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        String label = label(call, pair, place, "");
        return pick.apply(pair)
                .map(pact -> ofStanding(
                        label, Standing.of(pact, call.evidence(), call.kept()).status()))
                .orElseGet(() -> new Badge(label, "pact not found", Colour.GREY));
    }

    private static Badge ofStanding(String label, Standing.Status status) {
        return switch (status) {
            case SUCCESS -> new Badge(label, "verified", Colour.GREEN);
            case FAILED -> new Badge(label, "failed", Colour.RED);
            case FAILED_PENDING -> new Badge(label, "failed (pending)", Colour.AMBER);
            case STALE -> new Badge(label, "changed", Colour.AMBER);
            case NEVER -> new Badge(label, "unknown", Colour.GREY);
        };
    }

    /** Whether the newest provider version with one tag verified the newest pact with the other. */
    private static Badge ofTwoTags(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        TagName providerTag = call.tagName("providerTag");
        String label = label(call, pair, call.tagName().value(), providerTag.value());
        Optional<Version> provider = call.kept().tags().latest(pair.provider(), providerTag);
        Optional<Pact> pact =
                call.kept().pacts().tagged(pair.consumer(), pair.provider(), call.tagName(), Slice.FIRST).stream()
                        .findFirst();
        return pact.flatMap(each -> provider.map(version -> call.evidence().row(each, version)))
                .map(row -> ofStanding(label, status(row)))
                .orElseGet(() -> ofStanding(label, Standing.Status.NEVER));
    }

    private static Standing.Status status(MatrixRow row) {
        return switch (row.state()) {
            case PASSED -> Standing.Status.SUCCESS;
            case FAILED -> Standing.Status.FAILED;
            case UNKNOWN -> Standing.Status.NEVER;
        };
    }

    /** {@code web (rc)/orders}; one side alone, or initials, where the request says so. */
    private static String label(Call call, PactResource.Pair pair, String consumerPlace, String providerPlace) {
        String consumer = name(call, pair.consumer(), consumerPlace);
        String provider = name(call, pair.provider(), providerPlace);
        return switch (call.query("label").orElse("")) {
            case "consumer" -> consumer;
            case "provider" -> provider;
            default -> consumer + "/" + provider;
        };
    }

    private static String name(Call call, Party party, String place) {
        String name = party.name().value();
        String shown = call.query("initials").filter("true"::equals).isPresent() ? initials(name) : name;
        return place.isEmpty() ? shown : shown + " (" + place + ")";
    }

    /** {@code OrderService} and {@code order-service} are both {@code os}. */
    private static String initials(String name) {
        return Arrays.stream(name.split("[-_ ]+|(?<=[a-z0-9])(?=[A-Z])", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toString(Character.toLowerCase(word.codePointAt(0))))
                .collect(Collectors.joining());
    }

    private static Badge tagToTag(Call call) {
        return canIDeploy(call, call.value("tag"), MatrixResource.tagToTag(call));
    }

    private static Badge branchToEnvironment(Call call) {
        return canIDeploy(call, call.value("branch"), MatrixResource.branchToEnvironment(call));
    }

    private static Badge canIDeploy(Call call, String from, MatrixQuestion question) {
        boolean yes = answer(call, question) == Verdict.Answer.YES;
        return new Badge(
                call.query("label").orElse("can-i-deploy"),
                from + " to " + call.value("to"),
                yes ? Colour.GREEN : Colour.RED);
    }

    private static Badge canIMerge(Call call) {
        String label = call.query("label").orElse("can-i-merge");
        return switch (answer(call, MatrixResource.canIMerge(call))) {
            case YES -> new Badge(label, "yes", Colour.GREEN);
            case NO -> new Badge(label, "no", Colour.RED);
            case UNKNOWN -> new Badge(label, "unknown", Colour.GREY);
        };
    }

    private static Verdict.Answer answer(Call call, MatrixQuestion question) {
        return Matrix.answer(question, call.kept()).verdict().answer();
    }
}

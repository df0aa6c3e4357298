package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.selection.Choice;
import dev.contract.broker.domain.selection.Wishes;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one consumer version selector. One thread at a time. */
final class SelectorFields {
    private final Fields fields;
    private final @Nullable BranchName providerBranch;
    private final Transaction kept;
    private final boolean latest;
    private final List<Choice> choices = new ArrayList<>();

    SelectorFields(JsonObject selector, @Nullable BranchName providerBranch, Transaction kept) {
        this.fields = new Fields(selector);
        this.providerBranch = providerBranch;
        this.kept = kept;
        this.latest = flag("latest");
    }

    /** What is wrong, once {@link #read} was called. */
    List<String> errors() {
        return fields.errors().entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(text -> field.getKey().isEmpty() ? text : field.getKey() + " " + text))
                .toList();
    }

    Optional<Wishes.Selector> read() {
        Optional<PacticipantName> consumer = fields.name("consumer", PacticipantName::new);
        readMainBranch();
        readBranch();
        readMatchingBranch();
        readTag();
        readLive();
        if (choices.isEmpty() && latest) {
            choices.add(new Choice.Latest());
        }
        if (choices.isEmpty() && fields.errors().isEmpty()) {
            fields.error(
                    "",
                    "must have one of mainBranch, branch, matchingBranch, tag, latest (true), deployed, released,"
                            + " deployedOrReleased and environment");
        }
        return fields.errors().isEmpty()
                ? Optional.of(new Wishes.Selector(choice(), consumer.orElse(null)))
                : Optional.empty();
    }

    private Choice choice() {
        return choices.size() == 1 ? choices.get(0) : new Choice.All(choices);
    }

    private boolean flag(String name) {
        return fields.flag(name).orElse(false);
    }

    private boolean has(String name) {
        return fields.value(name).isPresent();
    }

    private void exclude(String name, String... others) {
        for (String other : others) {
            if (has(other)) {
                fields.error(name, "and " + other + " exclude each other");
            }
        }
    }

    private void readMainBranch() {
        if (flag("mainBranch")) {
            exclude(
                    "mainBranch",
                    "branch",
                    "matchingBranch",
                    "tag",
                    "deployed",
                    "released",
                    "deployedOrReleased",
                    "environment");
            if (has("latest") && !latest) {
                fields.error("mainBranch", "and latest (false) exclude each other");
            }
            choices.add(new Choice.MainBranch());
        }
    }

    private void readBranch() {
        Optional<BranchName> fallback = fields.name("fallbackBranch", BranchName::new);
        if (fallback.isPresent() && !has("branch")) {
            fields.error("fallbackBranch", "needs branch");
        }
        if (!has("branch")) {
            return;
        }
        exclude("branch", "tag", "deployed", "released", "deployedOrReleased", "environment");
        if (fields.value("branch").filter(JsonBoolean.of(true)::equals).isPresent()) {
            choices.add(new Choice.EveryBranch());
            return;
        }
        if (has("latest") && !latest) {
            fields.error("branch", "and latest (false) exclude each other");
        }
        fields.name("branch", BranchName::new)
                .ifPresent(name -> choices.add(new Choice.OnBranch(name, fallback.orElse(null))));
    }

    private void readMatchingBranch() {
        if (flag("matchingBranch")) {
            exclude(
                    "matchingBranch",
                    "branch",
                    "tag",
                    "latest",
                    "deployed",
                    "released",
                    "deployedOrReleased",
                    "environment");
            if (providerBranch == null) {
                fields.error("matchingBranch", "needs providerVersionBranch");
            } else {
                choices.add(new Choice.OnBranch(providerBranch, null));
            }
        }
    }

    private void readTag() {
        Optional<TagName> tag = fields.name("tag", TagName::new);
        Optional<TagName> fallback = fields.name("fallbackTag", TagName::new);
        if (fallback.isPresent() && (tag.isEmpty() || !latest)) {
            fields.error("fallbackTag", "needs tag and latest (true)");
        }
        tag.ifPresent(name ->
                choices.add(latest ? new Choice.LatestTagged(name, fallback.orElse(null)) : new Choice.Tagged(name)));
    }

    private void readLive() {
        boolean deployed = flag("deployed");
        boolean released = flag("released");
        boolean either = flag("deployedOrReleased");
        if ((deployed ? 1 : 0) + (released ? 1 : 0) + (either ? 1 : 0) > 1) {
            fields.error("", "deployed, released and deployedOrReleased exclude each other");
        }
        Optional<Environment> environment = environment();
        if (deployed || released || either) {
            choices.add(new Choice.Live(deployed || either, released || either, environment.orElse(null)));
        } else {
            environment.ifPresent(place -> choices.add(new Choice.Live(true, true, place)));
        }
    }

    private Optional<Environment> environment() {
        Optional<EnvironmentName> name = fields.name("environment", EnvironmentName::new);
        Optional<Environment> environment = name.flatMap(kept.environments()::find);
        if (name.isPresent() && environment.isEmpty()) {
            fields.error("environment", "\"" + name.get() + "\" does not exist");
        }
        return environment;
    }
}

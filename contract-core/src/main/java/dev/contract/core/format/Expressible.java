package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a contract says that the version it is to be written in has no words for. */
final class Expressible implements Interaction.Cases<Expressible> {
    private static final String CODE = "CONTRACT-WRITE";

    private final SpecVersion version;
    private final List<Problem> problems = new ArrayList<>();
    private String where = "";

    private Expressible(SpecVersion version) {
        this.version = version;
    }

    static List<Problem> problems(Contract contract) {
        Expressible check = new Expressible(contract.version());
        if (contract.version() != SpecVersion.V4) {
            contract.interactions().forEach(check::interaction);
            check.kinds(contract);
        }
        return check.problems;
    }

    private void interaction(Interaction interaction) {
        Location location = interaction.annotations().location();
        String place = "interaction " + Quoted.text(interaction.description());
        where = location == null ? place : location + ", " + place;
        states(interaction.states());
        annotations(interaction);
        interaction.fold(this);
    }

    private void kinds(Contract contract) {
        long kinds = contract.interactions().stream()
                .map(InteractionType::of)
                .distinct()
                .count();
        if (version == SpecVersion.V3 && kinds > 1) {
            where = "the contract of " + Quoted.text(contract.consumer()) + " with " + Quoted.text(contract.provider());
            refuse(SpecVersion.V4, "requests and messages in one file");
        }
    }

    private void refuse(SpecVersion since, String what) {
        problems.add(Problem.error(CODE, "version " + version.text() + " of the file format cannot express " + what)
                .at(where)
                .mend("write version " + since.text() + ", or leave it out"));
    }

    private void since(SpecVersion since, boolean used, String what) {
        if (used && !version.atLeast(since)) {
            refuse(since, what);
        }
    }

    private void states(List<ProviderState> states) {
        since(SpecVersion.V3, states.size() > 1, "more than one provider state");
        since(
                SpecVersion.V3,
                states.stream().anyMatch(state -> !state.parameters().isEmpty()),
                "parameters of a provider state");
    }

    private void annotations(Interaction interaction) {
        Annotations annotations = interaction.annotations();
        since(SpecVersion.V4, annotations.pending(), "that the interaction is pending");
        since(SpecVersion.V4, Keys.given(interaction).isPresent(), "a key");
        since(SpecVersion.V4, !annotations.comments().isEmpty(), "comments");
        since(SpecVersion.V4, !annotations.markup().isEmpty(), "markup");
        since(SpecVersion.V4, !annotations.pluginConfiguration().isEmpty(), "the configuration of a plugin");
        since(SpecVersion.V4, annotations.transport() != null, "a transport");
    }

    @Override
    public Expressible http(HttpInteraction interaction) {
        var request = interaction.request();
        body(
                "request",
                request.example().body(),
                request.example().headers().contentType().orElse(null));
        since(
                SpecVersion.V3,
                request.example().query().toMap().values().stream().anyMatch(List::isEmpty),
                "a query parameter without a value");
        matching("request", request.rules(), request.generators());
        var response = interaction.response();
        body(
                "response",
                response.example().body(),
                response.example().headers().contentType().orElse(null));
        matching("response", response.rules(), response.generators());
        return this;
    }

    @Override
    public Expressible asyncMessage(AsyncMessage interaction) {
        since(SpecVersion.V3, true, "messages");
        MessagePart message = interaction.message();
        body(
                "message",
                message.contents(),
                MessagePart.contentType(message.metadata()).orElse(null));
        matching("message", message.rules(), message.generators());
        return this;
    }

    @Override
    public Expressible syncMessage(SyncMessage interaction) {
        since(SpecVersion.V4, true, "messages that are answered");
        return this;
    }

    private void body(String part, Body body, @Nullable ContentType type) {
        if (!BodyWriter.canWrite(body, type)) {
            String what = type == null
                    ? "a binary body without a Content-Type header"
                    : "a body that is no text of its type " + type;
            refuse(SpecVersion.V4, what + " (" + part + ")");
        }
    }

    private void matching(String part, MatchingRules rules, Generators generators) {
        since(SpecVersion.V3, !generators.isEmpty(), "generators (" + part + ")");
        since(SpecVersion.V2, !rules.isEmpty(), "matching rules (" + part + ")");
        if (version.atLeast(SpecVersion.V2)) {
            rules.groups()
                    .forEach((category, groups) -> groups.forEach(
                            (key, group) -> group(part + "." + category.text() + suffix(key), category, key, group)));
        }
    }

    private static String suffix(String key) {
        return key.isEmpty() ? "" : " " + Quoted.text(key);
    }

    private void group(String place, Category category, String key, RuleGroup group) {
        if (version == SpecVersion.V2) {
            since(SpecVersion.V3, group.rules().size() != 1, "other than one rule for one value (" + place + ")");
            since(SpecVersion.V3, FlatRules.path(category, key).isEmpty(), "this path of a rule (" + place + ")");
        }
        for (MatchingRule rule : group.rules()) {
            String what = "the matcher " + rule.type() + " (" + place + ")";
            RuleNames.since(rule.type()).ifPresent(since -> since(since, true, what));
        }
    }
}

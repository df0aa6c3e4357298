package dev.contract.core.format;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
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
import dev.contract.core.model.Presence;
import dev.contract.core.model.ProviderState;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says that the version it is to be written in has no words for: errors. And what it says with the nearest word it has:
 * warnings.
 */
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
        contract.interactions().forEach(check::interaction);
        check.whole(contract);
        return check.problems;
    }

    private void interaction(Interaction interaction) {
        where = place(interaction, "interaction");
        states(interaction.states());
        annotations(interaction);
        interaction.fold(this);
    }

    private static String place(Interaction interaction, String kind) {
        Location location = interaction.annotations().location();
        String name = kind + " " + Quoted.text(interaction.description());
        return location == null ? name : location + ", " + name;
    }

    private void whole(Contract contract) {
        where = "the contract of " + Quoted.text(contract.consumer()) + " with " + Quoted.text(contract.provider());
        kinds(contract);
        since(SpecVersion.V4, contract.metadata().has("plugins"), "plugins (metadata)");
        boolean unread = contract.extra().array("interactions").stream()
                .flatMap(JsonArray::stream)
                .anyMatch(each -> each.asObject().stream()
                        .anyMatch(object -> object.string("description").isPresent()));
        since(SpecVersion.V4, unread, "interactions of a type that is not known here");
    }

    /** Messages that are answered need no word here: they are refused themselves. */
    private void kinds(Contract contract) {
        Optional<Interaction> request = first(contract, InteractionType.HTTP);
        Optional<Interaction> message = first(contract, InteractionType.ASYNC_MESSAGE);
        if (version == SpecVersion.V3 && request.isPresent() && message.isPresent()) {
            problems.add(Problem.error(
                            CODE,
                            "version " + version.text()
                                    + " of the file format cannot express requests and messages in one file")
                    .at(where)
                    .found(place(request.get(), "request") + ", and " + place(message.get(), "message"))
                    .mend("write version 4.0, or let requests and messages have providers of different names"));
        }
    }

    private static Optional<Interaction> first(Contract contract, InteractionType type) {
        return contract.interactions().stream()
                .filter(each -> InteractionType.of(each) == type)
                .findFirst();
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
        since(
                SpecVersion.V3,
                states.stream().anyMatch(state -> !state.extra().isEmpty()),
                "further attributes of a provider state");
    }

    private void annotations(Interaction interaction) {
        Annotations annotations = interaction.annotations();
        since(SpecVersion.V4, annotations.pending(), "that the interaction is pending");
        since(SpecVersion.V4, Keys.given(interaction).isPresent(), "a key");
        comments(annotations.writtenComments());
        since(SpecVersion.V4, !annotations.markup().isEmpty(), "markup");
        since(SpecVersion.V4, !annotations.pluginConfiguration().isEmpty(), "the configuration of a plugin");
        since(SpecVersion.V4, annotations.transport() != null, "a transport");
        if (version == SpecVersion.V4) {
            taken(annotations);
        }
    }

    /** The names of tests and their lines are left out without a word: they are written without being asked for. */
    private void comments(JsonObject comments) {
        if (!comments.isEmpty() && !version.atLeast(SpecVersion.V4)) {
            problems.add(Problem.error(
                            CODE, "version " + version.text() + " of the file format cannot express comments")
                    .at(where)
                    .found(comments.names().stream().map(Quoted::text).collect(Collectors.joining(", ")))
                    .mend("write version 4.0, or take them out: comment(…) in the test, \"comments\" in the file"));
        }
    }

    /** An older version knows none of these names, and may have them with another meaning. */
    private void taken(Annotations annotations) {
        for (String name : List.of("type", "key", "pending")) {
            if (annotations.extra().has(name)) {
                problems.add(Problem.error(
                                CODE,
                                "the attribute " + Quoted.text(name)
                                        + " of an older version of the file format would get a meaning in version "
                                        + version.text())
                        .at(where)
                        .mend("rename it, or leave it out"));
            }
        }
    }

    @Override
    public Expressible http(HttpInteraction interaction) {
        var request = interaction.request();
        body(
                "request",
                request.example().body(),
                request.example().headers().contentType().orElse(null));
        query(request.example().query());
        matching("request", request.rules(), request.generators());
        var response = interaction.response();
        body(
                "response",
                response.example().body(),
                response.example().headers().contentType().orElse(null));
        matching("response", response.rules(), response.generators());
        presence("response", response.presence());
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
        presence("message", message.presence());
        return this;
    }

    @Override
    public Expressible syncMessage(SyncMessage interaction) {
        since(SpecVersion.V4, true, "messages that are answered");
        return this;
    }

    private void query(Query query) {
        boolean valueless = query.toMap().values().stream().anyMatch(List::isEmpty);
        boolean unreadable = !valueless && !Query.parse(query.encoded()).equals(query);
        since(SpecVersion.V3, valueless, "a query parameter without a value");
        since(SpecVersion.V3, unreadable, "a query parameter of this name");
    }

    /** What the type of a body is, older versions know from the header or the metadata only. */
    private void body(String part, Body body, @Nullable ContentType type) {
        if (version == SpecVersion.V4) {
            return;
        }
        Optional<ContentType> own = body.contentType().filter(it -> !says(type, it));
        if (own.isPresent()) {
            refuse(SpecVersion.V4, "the body's own content type " + own.get() + " (" + part + ")");
            return;
        }
        Optional<String> hint = body.hint().filter(it -> !isRedundant(it, type));
        hint.ifPresent(it -> refuse(SpecVersion.V4, "the content type hint " + Quoted.text(it) + " (" + part + ")"));
        if (!BodyWriter.canWrite(body, type)) {
            String what = type == null
                    ? "a binary body without a Content-Type header"
                    : "a body that is no text of its type " + type;
            refuse(SpecVersion.V4, what + " (" + part + ")");
        }
    }

    /** Whether a header or metadata say all that the body's own type does. */
    private static boolean says(@Nullable ContentType outer, ContentType own) {
        return outer != null && (outer.equals(own) || outer.base().equals(own.toString()));
    }

    /** A hint that agrees with the type adds nothing to it. */
    private static boolean isRedundant(String hint, @Nullable ContentType type) {
        boolean binary = type != null && type.isBinary();
        return switch (hint) {
            case "BINARY" -> binary;
            case "TEXT" -> !binary;
            default -> hint.equals("DEFAULT");
        };
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

    /** Without rules there is nothing that optional fields could be held to. */
    private void presence(String part, Presence presence) {
        since(SpecVersion.V2, !presence.isEmpty(), "optional, nullable or strict objects (" + part + ")");
    }

    private static String suffix(String key) {
        return key.isEmpty() ? "" : " " + Quoted.text(key);
    }

    private void group(String place, Category category, String key, RuleGroup group) {
        if (version == SpecVersion.V2) {
            flat(place, category, key, group);
        }
        for (MatchingRule rule : group.rules()) {
            String what = "the matcher " + rule.type() + " (" + place + ")";
            RuleNames.since(rule.type()).ifPresent(since -> since(since, true, what));
        }
    }

    private void flat(String place, Category category, String key, RuleGroup group) {
        String suffix = " (" + place + ")";
        since(SpecVersion.V3, group.rules().size() != 1, "other than one rule for one value" + suffix);
        since(SpecVersion.V3, !FlatRules.canWrite(category, key), "this path of a rule" + suffix);
        since(SpecVersion.V3, !group.extra().isEmpty(), "further attributes of a group of rules" + suffix);
        for (MatchingRule rule : group.rules()) {
            if (!RulesWriter.inVersion2(rule).equals(rule)) {
                problems.add(Problem.warning(
                                CODE,
                                "version " + version.text() + " of the file format has no matcher " + rule.type()
                                        + ", so it is written as type" + suffix)
                        .at(where)
                        .mend("write version " + SpecVersion.V3.text()));
            }
        }
    }
}

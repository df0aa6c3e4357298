package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.comparison.Comparing;
import dev.contract.broker.domain.publishing.Publication;
import dev.contract.broker.domain.publishing.Publication.Document;
import dev.contract.broker.domain.publishing.Publication.OnConflict;
import dev.contract.broker.domain.publishing.Published;
import dev.contract.broker.domain.publishing.Publishing;
import dev.contract.broker.domain.webhook.Events;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All contracts of a consumer version in one call. */
final class PublishContractsResource {
    private static final int MOST_CONTRACTS = 1000;

    private PublishContractsResource() {}

    static void addTo(RouteTable table) {
        table.run("/contracts/publish", (request, store) -> {
            Answered answered = store.write(kept -> publish(request.within(kept)));
            new Comparing(store, request.now()).catchUp(answered.providers());
            return answered.response();
        });
    }

    /** The answer, and the providers of what was published. */
    private record Answered(List<PacticipantName> providers, HttpResponse response) {}

    private static Answered publish(Call call) {
        Publication publication = publication(call.fields());
        Published published =
                published(new Publishing(call.kept(), call.settings().policies(), call.now()), publication);
        List<PacticipantName> providers = published.contracts().stream()
                .map(contract -> contract.pact().provider().name())
                .toList();
        return new Answered(providers, Answers.ok(document(call, published)));
    }

    /** Clients show the notices of a conflict, whatever it is about. */
    private static Published published(Publishing publishing, Publication publication) {
        try {
            return publishing.publish(publication);
        } catch (Refusal e) {
            throw e.kind() == Refusal.Kind.CONFLICT && e.notices().isEmpty()
                    ? Refusal.conflict("contracts", e.reason(), List.of(new Notice(Notice.Tone.ERROR, e.reason())))
                    : e;
        }
    }

    private static Publication publication(Fields fields) {
        Optional<PacticipantName> name = fields.requiredName("pacticipantName", PacticipantName::new);
        Optional<VersionNumber> version = fields.requiredName("pacticipantVersionNumber", VersionNumber::new);
        Optional<BranchName> branch = fields.name("branch", BranchName::new);
        List<TagName> tags = fields.names("tags", TagName::new);
        Optional<String> buildUrl = fields.text("buildUrl");
        List<Document> documents =
                documents(fields, name.map(PacticipantName::value).orElse(""));
        fields.check();
        return new Publication(
                name.orElseThrow(), version.orElseThrow(), branch.orElse(null), tags, buildUrl.orElse(null), documents);
    }

    private static List<Document> documents(Fields fields, String consumer) {
        fields.require("contracts");
        Optional<JsonArray> contracts = fields.list("contracts");
        if (contracts.isEmpty()) {
            return List.of();
        }
        if (contracts.get().size() > MOST_CONTRACTS) {
            fields.error(
                    "contracts",
                    "has " + contracts.get().size() + " contracts, where at most " + MOST_CONTRACTS
                            + " are taken in one call");
            return List.of();
        }
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < contracts.get().size(); i++) {
            JsonObject contract = contracts.get().get(i).asObject().orElse(JsonObject.EMPTY);
            ContractFields one = new ContractFields(contract, consumer);
            one.read().ifPresent(documents::add);
            String place = " (at index " + i + ")";
            one.errors().forEach(text -> fields.error("contracts", text + place));
        }
        return documents;
    }

    /** One element of the list; what is wrong with it names the field in the text. */
    private static final class ContractFields {
        private final Fields fields;
        private final String consumer;

        ContractFields(JsonObject contract, String consumer) {
            this.fields = new Fields(contract);
            this.consumer = consumer;
        }

        List<String> errors() {
            return fields.errors().entrySet().stream()
                    .flatMap(field -> field.getValue().stream().map(text -> field.getKey() + " " + text))
                    .toList();
        }

        Optional<Document> read() {
            Optional<PacticipantName> named = fields.requiredName("consumerName", PacticipantName::new);
            Optional<PacticipantName> provider = fields.requiredName("providerName", PacticipantName::new);
            expect("specification", "pact");
            expect("contentType", "application/json");
            Optional<byte[]> text = content();
            Optional<JsonValue> content = text.flatMap(this::parsed);
            named.map(PacticipantName::value)
                    .filter(name -> !name.equals(consumer))
                    .ifPresent(name -> fields.error(
                            "consumerName",
                            "is \"" + name + "\", but must be the pacticipantName \"" + consumer + "\""));
            content.ifPresent(pact -> checkNames(pact, named, provider));
            OnConflict onConflict = onConflict();
            return fields.errors().isEmpty()
                    ? Optional.of(
                            new Document(provider.orElseThrow(), content.orElseThrow(), text.orElseThrow(), onConflict))
                    : Optional.empty();
        }

        private void expect(String field, String value) {
            fields.require(field);
            fields.text(field)
                    .filter(text -> !text.equals(value))
                    .ifPresent(text -> fields.error(field, "is \"" + text + "\", but must be \"" + value + "\""));
        }

        private OnConflict onConflict() {
            String text =
                    fields.text("onConflict").or(() -> fields.text("writeMode")).orElse("overwrite");
            if (!text.equals("overwrite") && !text.equals("merge")) {
                fields.error("onConflict", "is \"" + text + "\", but must be \"overwrite\" or \"merge\"");
            }
            return text.equals("merge") ? OnConflict.MERGE : OnConflict.OVERWRITE;
        }

        private Optional<byte[]> content() {
            fields.require("content");
            try {
                return fields.text("content").map(Base64.getDecoder()::decode);
            } catch (IllegalArgumentException e) {
                fields.error("content", "is not Base64: " + e.getMessage());
                return Optional.empty();
            }
        }

        private Optional<JsonValue> parsed(byte[] text) {
            try {
                return Optional.of(
                        JsonReader.readLocated("content", text, Call.LIMITS).root());
            } catch (JsonSyntaxException e) {
                fields.error("content", "is not JSON: " + e.reason());
                return Optional.empty();
            }
        }

        private void checkNames(JsonValue pact, Optional<PacticipantName> named, Optional<PacticipantName> provider) {
            named.ifPresent(name -> checkName(pact, "consumer", name));
            provider.ifPresent(name -> checkName(pact, "provider", name));
        }

        private void checkName(JsonValue pact, String side, PacticipantName expected) {
            pact.asObject()
                    .flatMap(object -> object.object(side))
                    .flatMap(party -> party.string("name"))
                    .filter(name -> !name.equals(expected.value()))
                    .ifPresent(name ->
                            fields.error(side + "Name", "is \"" + expected + "\", but the pact says \"" + name + "\""));
        }
    }

    private static JsonObject document(Call call, Published published) {
        Links links = call.links();
        Version version = published.version().value();
        List<Notice> notices = notices(call, published);
        return new Hal()
                .put("notices", Notices.json(notices))
                .put("logs", logs(notices))
                .embed("pacticipant", PacticipantDocument.brief(links, version.owner()))
                .embed("version", VersionDocument.brief(links, version))
                .link(
                        "pb:pacticipant",
                        Link.to(links.pacticipant(version.owner()))
                                .titled("Pacticipant")
                                .named(version.owner().toString()))
                .link("pb:pacticipant-version", VersionDocument.link(links, version))
                .links(
                        "pb:pacticipant-version-tags",
                        published.tags().stream()
                                .map(tag -> Link.to(links.tag(version, tag.name()))
                                        .titled("Tag")
                                        .named(tag.name().value()))
                                .toList())
                .links(
                        "pb:contracts",
                        published.contracts().stream()
                                .map(contract -> Link.to(links.pact(contract.pact()))
                                        .titled("Pact")
                                        .named(contract.pact().title()))
                                .toList())
                .build();
    }

    private static JsonArray logs(List<Notice> notices) {
        return JsonArray.of(notices.stream()
                .map(notice -> JsonObject.builder()
                        .put("level", notice.tone() == Notice.Tone.DEBUG ? "debug" : "info")
                        .put("message", notice.text())
                        .put("deprecationWarning", "use notices")
                        .build())
                .toList());
    }

    private static List<Notice> notices(Call call, Published published) {
        List<Notice> notices = new ArrayList<>();
        notices.add(new Notice(Notice.Tone.DEBUG, versionText(published)));
        for (Published.Contract contract : published.contracts()) {
            notices.add(outcome(contract));
            notices.add(
                    new Notice(Notice.Tone.DEBUG, "  View it: " + call.links().pact(contract.pact())));
            notices.addAll(events(
                    call.events().published(contract.pact(), contract.outcome() == Published.Outcome.UNCHANGED)));
            next(call, contract).ifPresent(notices::add);
        }
        return notices;
    }

    private static String versionText(Published published) {
        Version version = published.version().value();
        StringBuilder text = new StringBuilder("Version " + version.number() + " of " + version.owner()
                + (published.version().fresh() ? " created" : " updated"));
        published.branch().ifPresent(member -> text.append(", branch ")
                .append(member.branch().name()));
        if (!published.tags().isEmpty()) {
            text.append(published.tags().stream()
                    .map(Tag::name)
                    .map(TagName::value)
                    .collect(Collectors.joining(", ", published.tags().size() == 1 ? ", tag " : ", tags ", "")));
        }
        return text.toString();
    }

    private static Notice outcome(Published.Contract contract) {
        String pact =
                "Pact " + contract.pact().consumer() + " / " + contract.pact().provider();
        return switch (contract.outcome()) {
            case CREATED ->
                new Notice(
                        Notice.Tone.SUCCESS,
                        pact
                                + (contract.firstContent()
                                        ? " published"
                                        : " published, with the content of an earlier version"));
            case UNCHANGED -> new Notice(Notice.Tone.SUCCESS, pact + " was published already: no content change");
            case OVERWRITTEN ->
                new Notice(Notice.Tone.WARNING, pact + " replaces the one published before under the same version");
            case MERGED -> new Notice(Notice.Tone.SUCCESS, pact + " merged with the one published before");
        };
    }

    /** What happened, and whom it was told. */
    private static List<Notice> events(List<Events.Raised> raised) {
        List<Notice> notices = new ArrayList<>();
        notices.add(new Notice(
                Notice.Tone.DEBUG,
                raised.stream()
                        .map(PublishContractsResource::text)
                        .collect(Collectors.joining(", ", "  Events: ", ""))));
        raised.forEach(each -> each.webhooks()
                .forEach(webhook -> notices.add(new Notice(
                        Notice.Tone.DEBUG, "  Webhook \"" + webhook.title() + "\" triggered by " + each.event()))));
        return notices;
    }

    private static String text(Events.Raised raised) {
        return raised.event() + (raised.why().isEmpty() ? "" : " (" + raised.why() + ")");
    }

    private static Optional<Notice> next(Call call, Published.Contract contract) {
        return call.kept()
                        .verifications()
                        .newest(contract.pact().contentId(), 1)
                        .isEmpty()
                ? Optional.of(new Notice(
                        Notice.Tone.PROMPT,
                        "  Next: no verification of it by " + contract.pact().provider()
                                + " has been published yet; verify it in the build of "
                                + contract.pact().provider()))
                : Optional.empty();
    }
}

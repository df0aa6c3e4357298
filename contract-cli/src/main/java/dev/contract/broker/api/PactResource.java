package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.publishing.Publication;
import dev.contract.broker.domain.publishing.Publication.OnConflict;
import dev.contract.broker.domain.publishing.Published;
import dev.contract.broker.domain.publishing.Publishing;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** One pact: published under a version in the old way, and fetched by version, content, tag or branch. */
final class PactResource {
    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";

    private static final List<String> ONE = List.of(
            PAIR + "/version/{version}",
            PAIR + "/versions/{version}",
            "/pact/provider/{provider}/consumer/{consumer}/version/{version}");

    private PactResource() {}

    static void addTo(RouteTable table) {
        for (String one : ONE) {
            table.replace(one, Route.publishing(call -> publish(call, OnConflict.OVERWRITE)))
                    .change(one, Route.publishing(call -> publish(call, OnConflict.MERGE)))
                    .delete(one, PactResource::delete);
        }
        addReadersTo(table, PactResource::answer);
    }

    /** Answers with a pact: as a document for programs, or as a page. */
    @FunctionalInterface
    interface Form {
        HttpResponse answer(Call call, Pact pact, PactMetadata metadata);

        default HttpResponse answer(Call call, Pact pact) {
            return answer(call, pact, PactMetadata.NONE);
        }
    }

    /** Every address at which there is one pact. */
    static void addReadersTo(RouteTable table, Form form) {
        for (String one : ONE) {
            table.get(one, call -> form.answer(call, pact(call)));
        }
        table.get(PAIR + "/pact-version/{sha}", call -> ofContent(call, form))
                .get(PAIR + "/pact-version/{sha}/metadata/{metadata}", call -> ofContent(call, form))
                .get(PAIR + "/version/{version}/previous-distinct", call -> form.answer(call, previousDistinct(call)))
                .get(PAIR + "/latest", call -> form.answer(call, latest(call)))
                .get(PAIR + "/latest/{tag}", call -> form.answer(call, latestTagged(call)))
                .get(PAIR + "/latest-untagged", call -> form.answer(call, latestUntagged(call)))
                .get(PAIR + "/branch/{branch}/latest", call -> form.answer(call, latestOnBranch(call)));
    }

    /** The two applications that the path names. */
    record Pair(Party consumer, Party provider) {
        static Pair of(Call call) {
            return new Pair(call.party("consumer"), call.party("provider"));
        }

        @Override
        public String toString() {
            return consumer + " with " + provider;
        }
    }

    /** The pact of the version that the path names. */
    static Pact pact(Call call) {
        return ofVersion(call, "version");
    }

    /** The pact of the version that the path names so. */
    static Pact ofVersion(Call call, String name) {
        Pair pair = Pair.of(call);
        VersionNumber number = call.versionNumber(name);
        Optional<Version> version = call.kept().versions().find(pair.consumer(), number);
        return version.flatMap(consumer -> call.kept().pacts().find(consumer, pair.provider()))
                .orElseThrow(() -> Failure.unknown(
                        "Version " + number + " of " + pair.consumer() + " has no pact with " + pair.provider() + "."));
    }

    private static HttpResponse answer(Call call, Pact pact, PactMetadata metadata) {
        HttpResponse found = call.accepts(PactDocument.EXTENDED)
                ? Answers.json(200, PactDocument.extended(call, pact, metadata), PactDocument.EXTENDED)
                : Answers.ok(PactDocument.of(call, pact, metadata));
        return found.withHeader(
                "X-Pact-Consumer-Version", inHeader(pact.consumer().number().value()));
    }

    /** A header takes only ASCII: servers cut other characters, and some of them into line ends. */
    private static String inHeader(String value) {
        return value.chars().allMatch(each -> each >= ' ' && each < 127) ? value : Segments.encode(value);
    }

    private static HttpResponse ofContent(Call call, Form form) {
        PactMetadata metadata = metadata(call);
        return form.answer(call, byContent(call, metadata), metadata);
    }

    static PactMetadata metadata(Call call) {
        String text = call.values().get("metadata");
        return text == null ? PactMetadata.NONE : PactMetadata.decode(text);
    }

    /** The publication of a content: the newest that the address was made for, or the newest. */
    static Pact byContent(Call call, PactMetadata metadata) {
        return byContent(call, "sha", metadata);
    }

    static Pact byContent(Call call, String name, PactMetadata metadata) {
        return allByContent(call, name, metadata).get(0);
    }

    /** The publications of a content that the address was made for; the newest where it was made for none in particular. */
    static List<Pact> allByContent(Call call, String name, PactMetadata metadata) {
        Pair pair = Pair.of(call);
        List<Pact> all = call.kept()
                .pacts()
                .content(pair.consumer(), pair.provider(), sha(call.value(name)))
                .map(call.kept().pacts()::revisionsWithContent)
                .orElse(List.of());
        if (all.isEmpty()) {
            throw Failure.unknown("There is no pact of " + pair + " with this content.");
        }
        List<Pact> meant = metadata.consumers().stream()
                .flatMap(number -> all.stream()
                        .filter(pact -> pact.consumer().number().equals(number))
                        .limit(1))
                .toList();
        return meant.isEmpty() ? all.subList(0, 1) : meant;
    }

    private static ContentSha sha(String text) {
        try {
            return new ContentSha(text);
        } catch (IllegalArgumentException e) {
            throw Failure.unknown("There is no pact with the content \"" + text + "\".");
        }
    }

    private static Pact previousDistinct(Call call) {
        return call.kept()
                .pacts()
                .previousDistinct(pact(call))
                .orElseThrow(() -> Failure.unknown("There is no earlier pact with another content."));
    }

    private static Pact latest(Call call) {
        Pair pair = Pair.of(call);
        return call.kept()
                .pacts()
                .latest(pair.consumer(), pair.provider())
                .orElseThrow(() -> Failure.unknown("There is no pact of " + pair + "."));
    }

    /** The newest version with the tag that has a pact with the provider. */
    private static Pact latestTagged(Call call) {
        Pair pair = Pair.of(call);
        TagName tag = call.tagName();
        return first(pair, tagged(call, pair, tag), "with tag " + tag);
    }

    private static Pact latestOnBranch(Call call) {
        Pair pair = Pair.of(call);
        BranchName branch = call.branchName();
        return first(pair, onBranch(call, pair, branch), "from branch " + branch);
    }

    static Optional<Pact> tagged(Call call, Pair pair, TagName tag) {
        return call.kept().pacts().tagged(pair.consumer(), pair.provider(), tag, Slice.FIRST).stream()
                .findFirst();
    }

    static Optional<Pact> onBranch(Call call, Pair pair, BranchName branch) {
        return call.kept().pacts().onBranch(pair.consumer(), pair.provider(), branch, Slice.FIRST).stream()
                .findFirst();
    }

    private static Pact first(Pair pair, Optional<Pact> found, String what) {
        return found.orElseThrow(() -> Failure.unknown("There is no pact of " + pair + " " + what + "."));
    }

    private static Pact latestUntagged(Call call) {
        Pair pair = Pair.of(call);
        return first(pair, call.kept().pacts().latestUntagged(pair.consumer(), pair.provider()), "without a tag");
    }

    private static HttpResponse publish(Call call, OnConflict onConflict) {
        JsonValue content = call.json();
        checkName(content, "consumer", call.pacticipantName("consumer"));
        checkName(content, "provider", call.pacticipantName("provider"));
        Publication publication = new Publication(
                call.pacticipantName("consumer"),
                call.versionNumber(),
                null,
                List.of(),
                null,
                List.of(new Publication.Document(
                        call.pacticipantName("provider"),
                        content,
                        call.request().body().bytes(),
                        onConflict)));
        Published.Contract contract = publish(call, publication);
        call.events().published(contract.pact(), contract.outcome() == Published.Outcome.UNCHANGED);
        boolean fresh = contract.outcome() == Published.Outcome.CREATED;
        return Answers.stored(fresh, PactDocument.of(call, contract.pact(), PactMetadata.NONE));
    }

    /** A conflict is said in one sentence here: this is what clients of this age read. */
    private static Published.Contract publish(Call call, Publication publication) {
        try {
            return new Publishing(call.kept(), call.settings().policies(), call.now())
                    .publish(publication)
                    .contracts()
                    .get(0);
        } catch (Refusal e) {
            throw e.kind() == Refusal.Kind.CONFLICT ? Failure.of(409, text(e)) : e;
        }
    }

    private static String text(Refusal refusal) {
        StringBuilder text = new StringBuilder(refusal.reason());
        refusal.notices().stream().skip(1).forEach(notice -> text.append('\n').append(notice.text()));
        return text.toString();
    }

    static void checkName(JsonValue content, String side, PacticipantName expected) {
        Optional<String> name =
                content.asObject().flatMap(pact -> pact.object(side)).flatMap(party -> party.string("name"));
        if (name.isPresent() && !name.get().equals(expected.value())) {
            throw Refusal.invalid(
                    side + ".name",
                    "is \"" + name.get() + "\" in the pact, but \"" + expected + "\" in the address it was sent to");
        }
    }

    private static HttpResponse delete(Call call) {
        Pact pact = pact(call);
        call.kept().pacts().delete(pact);
        Hal hal = new Hal();
        call.kept()
                .pacts()
                .latest(pact.consumer().owner(), pact.provider())
                .ifPresent(latest ->
                        hal.link("pb:latest-pact-version", call.links().pair(latest) + "/latest"));
        JsonObject body = hal.build();
        return Answers.ok(body);
    }
}

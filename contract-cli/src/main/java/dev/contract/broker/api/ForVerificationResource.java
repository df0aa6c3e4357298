package dev.contract.broker.api;

import dev.contract.broker.domain.Notice;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.selection.PactSelection;
import dev.contract.broker.domain.selection.SelectedPact;
import dev.contract.broker.domain.selection.Wishes;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The pacts that a provider's build is to verify. */
final class ForVerificationResource {
    private static final String PATH = "/pacts/provider/{provider}/for-verification";

    private static final List<Notice> DEPRECATED = List.of(new Notice(
            Notice.Tone.WARNING, "Asking with a query is deprecated: POST the same as JSON to this address."));

    private ForVerificationResource() {}

    static void addTo(RouteTable table) {
        table.get(PATH, ForVerificationResource::get).ask(PATH, ForVerificationResource::ask);
    }

    /** Clients look here first, for the link to ask at; only old ones ask with a query. */
    private static HttpResponse get(Call call) {
        Party provider = call.party("provider");
        return call.request().query().isEmpty()
                ? Answers.ok(document(call, List.of()))
                : answer(call, provider, WishesReader.read(call, WishesReader.fromQuery(call)), DEPRECATED);
    }

    private static HttpResponse ask(Call call) {
        Party provider = call.party("provider");
        return answer(call, provider, WishesReader.read(call, call.body()), List.of());
    }

    private static HttpResponse answer(Call call, Party provider, Wishes wishes, List<Notice> notices) {
        List<SelectedPact> selected = PactSelection.of(provider, wishes, call.kept());
        JsonObject document = document(
                call,
                selected.stream().map(each -> entry(call, each, place(wishes))).toList());
        return Answers.ok(notices.isEmpty() ? document : document.with("notices", Notices.json(notices)));
    }

    private static JsonObject document(Call call, List<JsonObject> pacts) {
        return new Hal()
                .embed("pacts", pacts)
                .link("self", Link.to(call.self()).titled("Pacts to be verified"))
                .build();
    }

    /** What is built, in words. */
    private static String place(Wishes wishes) {
        if (wishes.branch() != null) {
            return " for branch '" + wishes.branch() + "'";
        }
        return wishes.tags().isEmpty()
                ? ""
                : wishes.tags().stream().map(tag -> "'" + tag + "'").collect(Collectors.joining(", ", " for tag ", ""));
    }

    private static JsonObject entry(Call call, SelectedPact selected, String place) {
        Pact pact = selected.pact();
        PactMetadata metadata = new PactMetadata(
                selected.wip(),
                selected.pending(),
                selected.versions().stream().map(Version::number).toList());
        JsonObject.Builder properties = JsonObject.builder();
        Boolean pending = selected.pending();
        if (pending != null) {
            properties.put("pending", pending);
        }
        if (selected.wip()) {
            properties.put("wip", true);
        }
        properties.put("notices", JsonArray.of(notices(call, selected, place)));
        return new Hal()
                .put("shortDescription", selected.description())
                .put("verificationProperties", properties.build())
                .link("self", Link.to(call.links().content(pact, metadata)).named(pact.title()))
                .build();
    }

    private static List<JsonObject> notices(Call call, SelectedPact selected, String place) {
        Pact pact = selected.pact();
        List<JsonObject> notices = new ArrayList<>();
        notices.add(notice(
                "before_verification",
                "The pact at " + call.links().content(pact) + " is verified because it belongs to " + pact.consumer()
                        + ": "
                        + String.join("; ", selected.reasons())
                        + (selected.wip() ? "; it is work in progress" : "")));
        Boolean pending = selected.pending();
        if (pending != null && pending) {
            addPending(notices, pact, place);
        }
        return notices;
    }

    private static void addPending(List<JsonObject> notices, Pact pact, String place) {
        String still = "Still pending" + place + ": ";
        notices.add(notice(
                "before_verification",
                "It is pending" + place + " of " + pact.provider()
                        + ": no successful result yet. A failure will not fail this build."));
        notices.add(notice(
                "after_verification:success_true_published_false", still + "the successful result was not published."));
        notices.add(notice("after_verification:success_false_published_false", still + "no successful result yet."));
        notices.add(notice(
                "after_verification:success_true_published_true",
                "No longer pending" + place + "; later failures will fail the build."));
        notices.add(notice("after_verification:success_false_published_true", still + "no successful result yet."));
    }

    private static JsonObject notice(String when, String text) {
        return JsonObject.builder().put("when", when).put("text", text).build();
    }
}

package dev.contract.broker.api;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.ProviderContract;
import dev.contract.broker.domain.ProviderContracts;
import dev.contract.broker.domain.Version;
import dev.contract.broker.page.FindingsPage;
import dev.contract.broker.page.FindingsPage.Finding;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.PromisePage;
import dev.contract.broker.page.PromisePage.Fact;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.TroublePage;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Shortened;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a provider says of itself, and what its consumers rely on beyond that. */
final class ProviderContractPages {
    private static final int LONGEST_DOCUMENT = 200_000;
    private static final int LONGEST_REPORT = 50_000;
    private static final int MOST_FINDINGS = 200;
    private static final int LONGEST = 1_000;

    private ProviderContractPages() {}

    static void addTo(RouteTable pages) {
        pages.get(ProviderContractResource.ONE, ProviderContractPages::promise)
                .get(ProviderContractResource.COMPARISON, ProviderContractPages::comparison);
    }

    private static HttpResponse promise(Call call) {
        ProviderContract contract = ProviderContractResource.contract(call);
        ProviderContracts kept = call.kept().providerContracts();
        Version provider = contract.provider();
        Views views = Views.of(call);
        String address = call.links().providerContract(provider);
        JsonObject said = kept.selfVerification(provider);
        String document = new String(kept.content(contract.documentId()), StandardCharsets.UTF_8);
        return Answers.page(new PromisePage(
                Views.frame(call, "What " + provider + " promises", Frame.Section.APPLICATIONS),
                views.application(provider.owner()),
                views.version(provider),
                views.moment(contract.createdAt()),
                own(contract.selfVerified()),
                contract.sha().value(),
                facts(said),
                said.string("content").map(ProviderContractPages::report).orElse(""),
                pacts(call, contract),
                Shortened.to(LONGEST_DOCUMENT, document),
                document.length() > LONGEST_DOCUMENT,
                new Ref("the document itself", address + "/content"),
                List.of(new Ref("The document itself", address + "/content"), new Ref("JSON", address + ".json"))));
    }

    private static Mark own(@Nullable Boolean passed) {
        if (passed == null) {
            return Mark.quiet("not said");
        }
        return passed ? Mark.good("passed") : Mark.bad("failed");
    }

    private static List<Fact> facts(JsonObject said) {
        List<Fact> facts = new ArrayList<>();
        said.string("verifier")
                .ifPresent(name -> facts.add(new Fact(
                        "By", (name + " " + said.string("verifierVersion").orElse("")).strip())));
        said.string("format").ifPresent(format -> facts.add(new Fact("Format", format)));
        return facts;
    }

    /** What was sent is Base64, or should be. */
    private static String report(String content) {
        try {
            return Shortened.to(
                    LONGEST_REPORT, new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Shortened.to(LONGEST_REPORT, content);
        }
    }

    private static List<PromisePage.Pact> pacts(Call call, ProviderContract contract) {
        return call.kept().pacticipants().consumersOf(contract.provider().owner()).stream()
                .flatMap(consumer ->
                        call.kept().pacts().latest(consumer, contract.provider().owner()).stream())
                .map(pact -> pact(call, pact, contract))
                .toList();
    }

    private static PromisePage.Pact pact(Call call, Pact pact, ProviderContract contract) {
        Views views = Views.of(call);
        Version consumer = pact.consumer();
        Optional<Comparison> comparison = call.kept()
                .providerContracts()
                .comparison(new ProviderContracts.Pair(pact.contentId(), contract.documentId()));
        return new PromisePage.Pact(
                views.application(consumer.owner()),
                views.at(consumer, VersionPlaces.of(List.of(consumer), call.kept()), pact.createdAt()),
                new Ref("contract", call.links().pact(pact)),
                comparison.map(ProviderContractPages::mark).orElse(Mark.quiet("not compared yet")),
                comparison
                        .map(Comparison::firstError)
                        .map(text -> Shortened.to(LONGEST, text))
                        .orElse(""),
                new Ref(
                        comparison.isPresent() ? "findings" : "compare",
                        call.links().comparison(pact, contract.sha())));
    }

    private static Mark mark(Comparison comparison) {
        Boolean compatible = comparison.compatible();
        if (compatible == null) {
            return Mark.warning("not all compared");
        }
        return compatible ? Mark.good("described") : Mark.bad("not described");
    }

    /** What nobody has needed so far is made meanwhile. */
    private static HttpResponse comparison(Call call) {
        ProviderContractResource.Sides sides = ProviderContractResource.Sides.of(call);
        return call.kept()
                .providerContracts()
                .comparison(sides.pair())
                .map(found -> findings(call, sides, found))
                .orElseGet(() -> pending(call));
    }

    private static HttpResponse pending(Call call) {
        return Answers.page(new TroublePage(
                Views.frame(call, "Is it described?", Frame.Section.OVERVIEW),
                List.of("This is still to be compared; load the page again in a moment.")));
    }

    private static HttpResponse findings(Call call, ProviderContractResource.Sides sides, Comparison comparison) {
        Views views = Views.of(call);
        Pact pact = sides.pact();
        JsonArray all = call.kept().providerContracts().findings(comparison);
        List<Finding> shown = all.stream()
                .limit(MOST_FINDINGS)
                .flatMap(each -> each.asObject().stream())
                .map(ProviderContractPages::finding)
                .toList();
        return Answers.page(new FindingsPage(
                Views.frame(call, "Is it described?", Frame.Section.OVERVIEW),
                views.application(pact.consumer().owner()),
                views.application(pact.provider()),
                mark(comparison),
                counts(comparison),
                views.moment(comparison.comparedAt()),
                shown,
                all.size() > MOST_FINDINGS,
                List.of(
                        new Ref("The contract", call.links().pact(pact)),
                        new Ref("JSON", call.links().comparison(pact, sides.document()) + ".json"))));
    }

    private static String counts(Comparison comparison) {
        return count(comparison.errors(), "error") + ", " + count(comparison.warnings(), "warning")
                + (comparison.notCompared() == 0 ? "" : ", " + comparison.notCompared() + " not compared");
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private static Finding finding(JsonObject finding) {
        JsonObject contract = finding.object("mockDetails").orElse(JsonObject.EMPTY);
        JsonObject document = finding.object("specDetails").orElse(JsonObject.EMPTY);
        return new Finding(
                mark(text(finding, "type")),
                text(finding, "code"),
                text(finding, "message"),
                interaction(contract),
                text(contract, "location"),
                text(contract, "value"),
                operation(document),
                line(document),
                text(finding, "mend"));
    }

    private static Mark mark(String type) {
        return switch (type) {
            case "error" -> Mark.bad("error");
            case "warning" -> Mark.warning("warning");
            default -> Mark.quiet("note");
        };
    }

    private static String interaction(JsonObject contract) {
        String state = text(contract, "interactionState");
        return text(contract, "interactionDescription") + (state.isEmpty() ? "" : ", given " + state);
    }

    private static String operation(JsonObject document) {
        return (text(document, "pathMethod").toUpperCase(Locale.ROOT) + " " + text(document, "pathName")).strip();
    }

    private static String line(JsonObject document) {
        return document.get("line")
                .map(JsonValue::text)
                .map(line -> "line " + line)
                .orElse("");
    }

    /** Empty for what is not there, and for null. */
    private static String text(JsonObject object, String name) {
        return Shortened.to(LONGEST, object.string(name).orElse(""));
    }
}

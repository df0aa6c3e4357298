package dev.contract.broker.api;

import dev.contract.broker.domain.InteractionResult;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.page.ContractPage;
import dev.contract.broker.page.ContractPage.Difference;
import dev.contract.broker.page.ContractPage.Entry;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.contract.Allowance;
import dev.contract.broker.page.contract.Reading;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Shortened;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contract as a document to be read, at every address where programs get it as JSON. */
final class ContractPages {
    private static final long INTERACTIONS = 50;
    private static final int RESULTS = 10;
    private static final int DIFFERENCES = 20;
    private static final int LONGEST_DIFFERENCE = 1_000;
    private static final int MOST_PROBLEMS = 10;
    private static final int LONGEST_SOURCE = 200_000;

    private final Call call;
    private final Views views;
    private final Pact pact;

    private ContractPages(Call call, Pact pact) {
        this.call = call;
        this.views = Views.of(call);
        this.pact = pact;
    }

    static void addTo(RouteTable pages) {
        PactResource.addReadersTo(pages, (call, pact, metadata) -> Answers.page(new ContractPages(call, pact).page()));
    }

    private ContractPage page() {
        JsonValue document = call.kept().pacts().document(pact.contentId());
        ReadResult read = ContractReader.read("contract", document.toJson().getBytes(StandardCharsets.UTF_8));
        List<Numbered> found = read.contract().map(this::found).orElse(List.of());
        Paging paging = Paging.always(call, INTERACTIONS);
        List<Verification> results = call.kept().verifications().newest(pact.contentId(), RESULTS);
        Optional<Verification> shown = shown(results);
        Allowance allowance = Allowance.ofPage();
        List<Entry> entries = entries(paging.cut(found), shown, allowance);
        String title = pact.consumer().owner() + " → " + pact.provider();
        return new ContractPage(
                Views.frame(call, title, Frame.Section.OVERVIEW),
                views.application(pact.consumer().owner()),
                views.application(pact.provider()),
                views.at(pact.consumer(), VersionPlaces.of(List.of(pact.consumer()), call.kept()), pact.createdAt()),
                read.contract().map(contract -> "Pact " + contract.version()).orElse(""),
                Views.mark(call.evidence().last(pact)),
                results.stream().map(this::result).toList(),
                shown.map(this::result).orElse(null),
                links(),
                new Ref("the JSON document", call.links().pact(pact) + ".json"),
                read.problems().stream()
                        .limit(MOST_PROBLEMS)
                        .map(Problem::toString)
                        .toList(),
                call.self(),
                call.searched(),
                entries,
                paging.pager(call, found.size()),
                allowance.isExceeded(),
                read.contract().isPresent() ? "" : Shortened.to(LONGEST_SOURCE, JsonWriter.pretty(document)));
    }

    /** An interaction and its place in the contract. */
    private record Numbered(int number, Interaction interaction) {
        boolean has(String text) {
            return words().anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text));
        }

        private Stream<String> words() {
            Stream<String> path = interaction instanceof HttpInteraction http
                    ? Stream.of(http.request().example().path())
                    : Stream.of();
            Stream<String> states = interaction.states().stream().map(state -> state.name());
            return Stream.of(Stream.of(interaction.description()), states, path).flatMap(words -> words);
        }
    }

    private List<Numbered> found(Contract contract) {
        String searched = call.searched().toLowerCase(Locale.ROOT);
        return IntStream.range(0, contract.interactions().size())
                .mapToObj(i -> new Numbered(i + 1, contract.interactions().get(i)))
                .filter(each -> each.has(searched))
                .toList();
    }

    /** The one that was asked for, or the one that came last. */
    private Optional<Verification> shown(List<Verification> results) {
        Optional<String> asked = call.query("result");
        return asked.isPresent()
                ? results.stream()
                        .filter(each -> String.valueOf(each.number()).equals(asked.get()))
                        .findFirst()
                : call.kept().verifications().last(pact.contentId());
    }

    private ContractPage.Result result(Verification result) {
        VerificationDetails details = call.kept().verifications().details(result.number());
        return new ContractPage.Result(
                new Ref("show", call.links().pact(pact) + "?result=" + result.number()),
                views.version(result.provider()),
                result.success() ? Mark.good("passed") : Mark.bad("failed"),
                views.moment(result.verifiedAt()),
                Optional.ofNullable(result.buildUrl()).orElse(""),
                verifier(details.verifiedBy()));
    }

    private static String verifier(@Nullable JsonValue verifiedBy) {
        return Optional.ofNullable(verifiedBy)
                .flatMap(JsonValue::asObject)
                .map(by -> by.string("implementation").orElse("") + " "
                        + by.string("version").orElse(""))
                .map(text -> Shortened.to(100, text.strip()))
                .orElse("");
    }

    private List<Ref> links() {
        Links links = call.links();
        String pair = links.pair(pact);
        List<Ref> all = new ArrayList<>();
        all.add(new Ref("All versions", pair + "/versions"));
        call.kept()
                .pacts()
                .previousDistinct(pact)
                .ifPresent(before -> all.add(new Ref(
                        "What changed since " + before.consumer().number(),
                        links.pact(pact) + "/diff/previous-distinct")));
        all.add(new Ref(
                "Matrix",
                links.to(
                        "matrix",
                        "provider",
                        pact.provider().toString(),
                        "consumer",
                        pact.consumer().owner().toString())));
        all.add(new Ref("Webhooks", links.pact(pact) + "/triggered-webhooks"));
        all.add(new Ref("JSON", links.pact(pact) + ".json"));
        return all;
    }

    private List<Entry> entries(List<Numbered> some, Optional<Verification> result, Allowance allowance) {
        Map<String, InteractionResult> told = result.map(this::told).orElse(Map.of());
        Reading reading = new Reading(allowance);
        return some.stream().map(each -> entry(each, reading, told)).toList();
    }

    /** By the id of the interaction, or by its description where the verifier knows no ids. */
    private Map<String, InteractionResult> told(Verification result) {
        Map<String, InteractionResult> told = new HashMap<>();
        for (InteractionResult each :
                InteractionResult.of(call.kept().verifications().details(result.number()))) {
            String name = each.id() == null ? each.description() : each.id();
            if (name != null) {
                told.put(name, each);
            }
        }
        return told;
    }

    private static Entry entry(Numbered numbered, Reading reading, Map<String, InteractionResult> told) {
        Interaction interaction = numbered.interaction();
        Optional<InteractionResult> result = interaction
                .annotations()
                .extra()
                .string("_id")
                .map(told::get)
                .or(() -> Optional.ofNullable(told.get(interaction.description())));
        return new Entry(
                "i-" + numbered.number(),
                numbered.number(),
                reading.of(interaction),
                result.map(InteractionResult::passed)
                        .map(passed -> passed ? Mark.good("passed") : Mark.bad("failed"))
                        .orElse(null),
                result.map(ContractPages::differences).orElse(List.of()));
    }

    private static List<Difference> differences(InteractionResult result) {
        return result.differences().stream()
                .limit(DIFFERENCES)
                .map(each -> new Difference(cut(each.place()), cut(each.text())))
                .toList();
    }

    private static String cut(@Nullable String text) {
        return text == null ? "" : Shortened.to(LONGEST_DIFFERENCE, text);
    }
}

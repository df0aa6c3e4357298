package dev.contract.broker.api;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.publishing.ContentDiff;
import dev.contract.broker.page.At;
import dev.contract.broker.page.ChangesPage;
import dev.contract.broker.page.ChangesPage.Change;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.TroublePage;
import dev.contract.compare.Cells;
import dev.contract.compare.ContractDiff;
import dev.contract.compare.Difference;
import dev.contract.compare.Duty;
import dev.contract.compare.InteractionDiff;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.problem.Shortened;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of a contract. */
final class ChangesPages implements DiffResource.Form {
    private static final int MOST_CHANGES = 200;
    private static final int MOST_DIFFERENCES = 50;
    private static final int LONGEST = 1_000;
    private static final int LONGEST_TEXT = 200_000;

    private ChangesPages() {}

    static void addTo(RouteTable pages) {
        DiffResource.addTo(pages, new ChangesPages());
    }

    @Override
    public HttpResponse nothing(Routed request, Pact pact) {
        Frame frame = Views.frame(request, "Nothing to compare with", Frame.Section.OVERVIEW);
        return Answers.page(new TroublePage(
                frame,
                List.of("There is no earlier version of " + pact.consumer().owner()
                        + " with another contract with " + pact.provider() + " than that of "
                        + pact.consumer().number()
                        + ".")));
    }

    @Override
    public HttpResponse changes(Routed request, PactDiff diff) {
        Views views = new Views(request.links(), request.now());
        Optional<ContractDiff> contracts = diff.contracts();
        List<InteractionDiff> changed = contracts.map(ContractDiff::changed).orElse(List.of());
        Pact to = diff.to();
        return Answers.page(new ChangesPage(
                Views.frame(request, "What changed", Frame.Section.OVERVIEW),
                views.application(to.consumer().owner()),
                views.application(to.provider()),
                at(views, diff.from()),
                new Ref("contract", request.links().pact(diff.from())),
                at(views, to),
                new Ref("contract", request.links().pact(to)),
                contracts.map(each -> mark(each.duty())).orElse(Mark.quiet("not compared")),
                contracts
                        .map(each -> sentence(each.duty()))
                        .orElse("One of the two cannot be read as a contract, so they are compared as text."),
                changed.stream()
                        .sorted(Comparator.comparing(InteractionDiff::duty).reversed())
                        .limit(MOST_CHANGES)
                        .map(ChangesPages::change)
                        .toList(),
                Math.max(0, changed.size() - MOST_CHANGES),
                contracts.isPresent()
                        ? ""
                        : Shortened.to(LONGEST_TEXT, ContentDiff.between(diff.before(), diff.after())),
                List.of(
                        new Ref("All versions", request.links().pair(to) + "/versions"),
                        new Ref("JSON", request.self() + ".json"))));
    }

    private static At at(Views views, Pact pact) {
        return new At(views.version(pact.consumer()), List.of(), views.moment(pact.createdAt()));
    }

    private static String sentence(Duty duty) {
        return "The provider " + duty.words() + (duty == Duty.SAME ? " as before." : " than before.");
    }

    private static Mark mark(Duty duty) {
        return switch (duty) {
            case SAME -> Mark.good("same duty");
            case LESS -> Mark.good("safe");
            case UNKNOWN -> Mark.warning("may break");
            case MORE -> Mark.bad("breaking");
        };
    }

    private static Change change(InteractionDiff diff) {
        return new Change(
                Mark.quiet(diff.change().word()),
                mark(diff.duty()),
                Shortened.to(LONGEST, diff.interaction().description()),
                diff.differences().stream()
                        .limit(MOST_DIFFERENCES)
                        .map(ChangesPages::difference)
                        .toList());
    }

    private static ChangesPage.Difference difference(Difference difference) {
        Cells cells = Cells.of(difference.before(), difference.after(), LONGEST);
        return new ChangesPage.Difference(
                Shortened.to(LONGEST, difference.where()),
                difference.change().word(),
                cells.before(),
                cells.after(),
                mark(difference.duty()),
                text(difference.reason()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : Shortened.to(LONGEST, text);
    }
}

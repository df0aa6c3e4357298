package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Pacts.AtHead;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.selection.Grounds;
import dev.contract.broker.domain.selection.PactSelection;
import dev.contract.broker.domain.selection.SelectedPact;
import dev.contract.broker.domain.selection.Wishes;
import dev.contract.broker.page.At;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.WhyPage;
import dev.contract.broker.page.WhyPage.Entry;
import dev.contract.core.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which contracts a provider's build is to verify, and why. */
final class WhyPages {
    private static final int USUAL_DAYS = 90;
    private static final int MOST = 200;

    private final Call call;
    private final Pacticipant provider;
    private final Wishes wishes;

    private WhyPages(Call call) {
        this.call = call;
        this.provider = call.pacticipant("provider");
        this.wishes = new Wishes(
                List.of(), branch(), List.of(), true, since().atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    static void addTo(RouteTable pages) {
        pages.get("/pacts/provider/{provider}/for-verification", call -> new WhyPages(call).page());
    }

    private @Nullable BranchName branch() {
        try {
            return call.query("branch")
                    .filter(text -> !text.isBlank())
                    .map(BranchName::new)
                    .or(provider::mainBranch)
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("branch", Fields.predicate(e.getMessage()));
        }
    }

    private LocalDate since() {
        try {
            return call.query("since")
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse)
                    .orElse(LocalDate.ofInstant(call.now(), ZoneOffset.UTC).minus(USUAL_DAYS, ChronoUnit.DAYS));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("since", "is not a date such as 2026-08-30");
        }
    }

    private HttpResponse page() {
        List<SelectedPact> selected = PactSelection.of(provider.party(), wishes, call.kept());
        BranchName branch = wishes.branch();
        return Answers.page(new WhyPage(
                Views.frame(call, "What " + provider.name() + " verifies, and why", Frame.Section.APPLICATIONS),
                Views.of(call).application(provider.party()),
                call.self(),
                branch == null ? "" : branch.value(),
                since().toString(),
                selected.stream().limit(MOST).map(this::entry).toList(),
                others(selected)));
    }

    private Entry entry(SelectedPact selected) {
        List<Mark> marks = new ArrayList<>();
        if (selected.wip()) {
            marks.add(Mark.warning("work in progress"));
        }
        marks.add(Boolean.TRUE.equals(selected.pending()) ? Mark.warning("pending") : Mark.good("must pass"));
        String because = selected.versions().stream()
                        .limit(3)
                        .map(Version::toString)
                        .collect(Collectors.joining(", ", "It is that of ", ""))
                + ": " + String.join("; ", selected.reasons()) + ".";
        List<String> reasons = Stream.concat(Stream.of(because), Grounds.of(selected, wishes, call.kept()).stream())
                .toList();
        return entry(selected.pact(), marks, reasons);
    }

    private Entry entry(Pact pact, List<Mark> marks, List<String> reasons) {
        Views views = Views.of(call);
        return new Entry(
                views.application(pact.consumer().owner()),
                new At(views.version(pact.consumer()), List.of(), views.moment(pact.createdAt())),
                new Ref("contract", call.links().pact(pact)),
                marks,
                reasons);
    }

    /** What stands at the heads of branches, and is not there. */
    private List<Entry> others(List<SelectedPact> selected) {
        Set<Long> there = selected.stream().map(each -> each.pact().contentId()).collect(Collectors.toSet());
        List<AtHead> heads = call.kept().pacts().atHeadsOfBranches(provider.party(), Instant.EPOCH);
        return heads.stream()
                .filter(each -> !there.contains(each.pact().contentId()))
                .limit(MOST)
                .map(each ->
                        entry(each.pact(), List.of(), Grounds.against(each.pact(), each.branch(), wishes, call.kept())))
                .toList();
    }
}

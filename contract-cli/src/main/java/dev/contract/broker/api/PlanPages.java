package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.plan.Plan;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.PlanPage;
import dev.contract.broker.page.PlanPage.Answer;
import dev.contract.broker.page.PlanPage.Entry;
import dev.contract.broker.page.PlanPage.Question;
import dev.contract.core.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order several versions can be deployed. */
final class PlanPages {
    private static final int APPLICATIONS = 500;
    private static final int FEWEST_ROWS = 3;

    private PlanPages() {}

    static void addTo(RouteTable pages) {
        pages.get("/plan", call -> plan(call.withoutBlanks()));
    }

    private static HttpResponse plan(Call call) {
        if (call.request().query().isEmpty()) {
            return page(call, List.of(), null);
        }
        try {
            PlanResource.Planned planned = PlanResource.planned(call);
            return page(call, List.of(), answer(call, planned.plan(), planned.environment()));
        } catch (Failure e) {
            return page(call, e.complaint().texts(), null);
        }
    }

    private static HttpResponse page(Call call, List<String> errors, @Nullable Answer answer) {
        return Answers.page(
                errors.isEmpty() ? 200 : 400,
                new PlanPage(
                        Views.frame(call, "In which order?", Frame.Section.DEPLOY), question(call), errors, answer));
    }

    private static Question question(Call call) {
        List<Entry> entries = new ArrayList<>();
        NestedQuery.list(call.request().query(), "q")
                .forEach(each ->
                        entries.add(new Entry(each.getOrDefault("pacticipant", ""), each.getOrDefault("version", ""))));
        do {
            entries.add(new Entry("", ""));
        } while (entries.size() < FEWEST_ROWS);
        return new Question(
                entries,
                call.query("environment").orElse(""),
                call.kept().pacticipants().named("", new Slice(0, APPLICATIONS)).stream()
                        .map(Pacticipant::name)
                        .map(Object::toString)
                        .toList(),
                call.kept().environments().all().stream()
                        .map(Environment::name)
                        .map(Object::toString)
                        .toList());
    }

    private static Answer answer(Call call, Plan plan, Environment environment) {
        Views views = Views.of(call);
        return new Answer(
                plan.isPossible() ? Mark.good("Yes") : Mark.bad("No"),
                plan.isPossible()
                        ? "They can be deployed to " + environment.displayName() + ", in this order:"
                        : "There is no order in which they can be deployed to " + environment.displayName() + ":",
                plan.steps().stream()
                        .map(step -> new PlanPage.Step(
                                views.application(step.version().owner()),
                                views.version(step.version()),
                                step.reasons(),
                                CommandText.deployment(
                                        step.version().owner(), step.version().number(), environment)))
                        .toList(),
                plan.obstacles());
    }
}

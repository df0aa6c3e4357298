package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixAnswer;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Reason;
import dev.contract.broker.domain.matrix.Steps;
import dev.contract.broker.domain.matrix.Verdict;
import dev.contract.broker.domain.remedy.Remedy;
import dev.contract.broker.page.DeployPage;
import dev.contract.broker.page.DeployPage.Answer;
import dev.contract.broker.page.DeployPage.Question;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.MatrixPage;
import dev.contract.broker.page.MatrixPage.Choices;
import dev.contract.broker.page.MatrixPage.Side;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.ResultRow;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The matrix, and whether something can be deployed. */
final class MatrixPages {
    private static final int APPLICATIONS = 500;
    private static final int MOST_ROWS = 1_000;
    private static final int SIDES = 2;

    private final Call call;

    private MatrixPages(Call call) {
        this.call = call;
    }

    static void addTo(RouteTable pages) {
        pages.get("/matrix", call -> new MatrixPages(call.withoutBlanks()).matrix())
                .get("/can-i-deploy", call -> new MatrixPages(call.withoutBlanks()).canIDeploy());
        MatrixResource.addVerdictsTo(
                pages, (call, query) -> new MatrixPages(call).verdict(query.question(), Views.of(call)));
        pages.get(
                MatrixResource.BETWEEN, call -> new MatrixPages(call).matrix(MatrixResource.between(call), List.of()));
    }

    private HttpResponse matrix() {
        if (call.request().query().isEmpty()) {
            return matrix(null, List.of());
        }
        try {
            return matrix(MatrixQuery.parse(call), List.of());
        } catch (Failure e) {
            return matrix(null, e.complaint().texts());
        }
    }

    private HttpResponse matrix(MatrixQuery.@Nullable Parsed query, List<String> errors) {
        List<MatrixRow> rows = query == null
                ? List.of()
                : Matrix.answer(query.question(), call.kept()).rows();
        int shown = query == null ? 0 : Math.min(query.limit(), MOST_ROWS);
        return Answers.page(
                errors.isEmpty() ? 200 : 400,
                new MatrixPage(
                        Views.frame(call, "Matrix", Frame.Section.MATRIX),
                        sides(),
                        choices(),
                        errors,
                        rows(rows.stream().limit(shown).toList()),
                        rows.size(),
                        rows.size() > shown && shown < MOST_ROWS ? new Ref("Show more", more()) : Ref.none("")));
    }

    private String more() {
        Map<String, List<@Nullable String>> query =
                new LinkedHashMap<>(call.request().query().toMap());
        query.put("limit", List.of(String.valueOf(MOST_ROWS)));
        return call.self() + "?" + Query.of(query).encoded();
    }

    private List<Side> sides() {
        List<Side> sides = new ArrayList<>();
        if (call.values().containsKey("consumer")) {
            sides.add(new Side(call.value("consumer"), "", "", "", false));
            sides.add(new Side(call.value("provider"), "", "", "", false));
        }
        for (Map<String, String> each : NestedQuery.list(call.request().query(), "q")) {
            sides.add(new Side(
                    each.getOrDefault("pacticipant", ""),
                    each.getOrDefault("version", ""),
                    each.getOrDefault("branch", ""),
                    each.getOrDefault("tag", ""),
                    "true".equals(each.get("latest"))));
        }
        while (sides.size() < SIDES) {
            sides.add(new Side("", "", "", "", false));
        }
        return sides.subList(0, SIDES);
    }

    private Choices choices() {
        return new Choices(
                applications(),
                environments(),
                call.query("environment").orElse(""),
                call.query("mainBranch").filter("true"::equals).isPresent(),
                call.query("latestby").orElse(""),
                call.request().query().values("success[]").stream()
                        .filter(Objects::nonNull)
                        .toList());
    }

    private List<String> applications() {
        return call.kept().pacticipants().named("", new Slice(0, APPLICATIONS)).stream()
                .map(Pacticipant::name)
                .map(Object::toString)
                .toList();
    }

    private List<String> environments() {
        return call.kept().environments().all().stream()
                .map(Environment::name)
                .map(Object::toString)
                .toList();
    }

    private List<ResultRow> rows(List<MatrixRow> rows) {
        List<Version> versions = rows.stream()
                .flatMap(row -> Stream.of(Optional.of(row.pact().consumer()), Optional.ofNullable(row.provider())))
                .flatMap(Optional::stream)
                .toList();
        VersionPlaces places = VersionPlaces.of(versions, call.kept());
        return rows.stream().map(row -> row(row, places)).toList();
    }

    private ResultRow row(MatrixRow row, VersionPlaces places) {
        Views views = Views.of(call);
        Version consumer = row.pact().consumer();
        Version provider = row.provider();
        Verification result = row.result();
        String contract = call.links().pact(row.pact());
        return new ResultRow(
                views.application(consumer.owner()),
                views.version(consumer),
                Views.places(consumer, places),
                views.application(row.pact().provider()),
                provider == null ? Ref.none("") : views.version(provider),
                provider == null ? List.of() : Views.places(provider, places),
                new Ref("contract", result == null ? contract : contract + "?result=" + result.number()),
                mark(row),
                row.outcome().stream().map(each -> views.moment(each.at())).toList());
    }

    private static Mark mark(MatrixRow row) {
        if (row.ignored()) {
            return Mark.quiet("ignored");
        }
        return switch (row.state()) {
            case PASSED -> row.inference() == null ? Mark.good("passed") : Mark.good("inferred");
            case FAILED -> Mark.bad("failed");
            case UNKNOWN -> Mark.warning("no result");
        };
    }

    private HttpResponse canIDeploy() {
        if (call.query("pacticipant").isEmpty()) {
            return deploy(List.of(), null);
        }
        if (call.query("environment").isEmpty() && call.query("to").isEmpty()) {
            return deploy(List.of(), null);
        }
        try {
            return verdict(MatrixQuery.canIDeploy(call).question(), Views.of(call));
        } catch (Failure e) {
            return deploy(e.complaint().texts(), null);
        }
    }

    private HttpResponse deploy(List<String> errors, @Nullable Answer answer) {
        Question question = new Question(
                call.query("pacticipant").orElse(call.values().getOrDefault("pacticipant", "")),
                call.query("version").orElse(""),
                call.query("environment").orElse(""),
                call.query("to").orElse(""),
                applications(),
                environments());
        return Answers.page(
                errors.isEmpty() ? 200 : 400,
                new DeployPage(Views.frame(call, "Can I deploy?", Frame.Section.DEPLOY), question, errors, answer));
    }

    private HttpResponse verdict(MatrixQuestion question, Views views) {
        MatrixAnswer answer = Matrix.answer(question, call.kept());
        Verdict verdict = answer.verdict();
        CommandText commands = new CommandText(new Links(call.publicAddress()));
        return deploy(
                List.of(),
                new Answer(
                        word(verdict),
                        sentence(verdict),
                        counts(verdict),
                        verdict.reasons().stream()
                                .map(each -> reason(each, views))
                                .toList(),
                        Remedy.of(question, answer, call.kept()).stream()
                                .map(each -> new DeployPage.Action(each.text() + ".", each.fold(commands)))
                                .toList(),
                        rows(answer.rows().stream().limit(MOST_ROWS).toList()),
                        answer.rows().size() > MOST_ROWS,
                        Steps.of(question, answer).stream()
                                .map(step -> new DeployPage.Step(step.title(), step.lines()))
                                .toList()));
    }

    private static Mark word(Verdict verdict) {
        return switch (verdict.answer()) {
            case YES -> Mark.good("Yes");
            case NO -> Mark.bad("No");
            case UNKNOWN -> Mark.warning("Not yet");
        };
    }

    private static String sentence(Verdict verdict) {
        return switch (verdict.answer()) {
            case YES -> "It can be deployed.";
            case NO -> "It cannot be deployed.";
            case UNKNOWN -> "It cannot be deployed: something is not known.";
        };
    }

    private static String counts(Verdict verdict) {
        String counts = verdict.success() + " passed, " + verdict.failed() + " failed, " + verdict.unknown()
                + " with no result";
        return verdict.ignored() == 0 ? counts : counts + ", " + verdict.ignored() + " ignored";
    }

    private static DeployPage.Reason reason(Reason reason, Views views) {
        Reason.Subject subject = reason.subject();
        return new DeployPage.Reason(
                mark(reason),
                reason.text(),
                reason.advice(),
                subject == null
                        ? Ref.none("")
                        : new Ref("contract", views.links().pact(subject.pact())));
    }

    private static Mark mark(Reason reason) {
        return switch (reason.notice().tone()) {
            case SUCCESS -> Mark.good("fine");
            case ERROR -> obstacle(reason.code());
            case WARNING -> Mark.warning("note");
            case DEBUG, INFO, PROMPT, DANGER -> Mark.quiet("note");
        };
    }

    /** In the words and colours of the results behind it. */
    private static Mark obstacle(Reason.Code code) {
        return switch (code) {
            case FAILED -> Mark.bad("failed");
            case UNVERIFIED -> Mark.warning("no result");
            default -> Mark.bad("not found");
        };
    }
}

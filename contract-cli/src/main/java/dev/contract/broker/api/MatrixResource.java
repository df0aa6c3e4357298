package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.matrix.LatestBy;
import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixAnswer;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Selector;
import dev.contract.core.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

/** The matrix, and the questions whether something can be deployed. */
final class MatrixResource {
    static final String BETWEEN = "/matrix/provider/{provider}/consumer/{consumer}";
    static final String TAG_TO_TAG = "/pacticipants/{pacticipant}/latest-version/{tag}/can-i-deploy/to/{to}";
    static final String BRANCH_TO_ENVIRONMENT =
            "/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{to}";
    static final String CAN_I_MERGE = "/pacticipants/{pacticipant}/main-branch/can-i-merge";

    private static final int ROWS = 100;

    private MatrixResource() {}

    static void addTo(RouteTable table) {
        table.get("/matrix", call -> answer(call, MatrixQuery.parse(call)))
                .get("/can-i-deploy", call -> answer(call, MatrixQuery.canIDeploy(call)))
                .get(BETWEEN, call -> answer(call, between(call)));
        addVerdictsTo(table, MatrixResource::answer);
    }

    /** Answers a question: with a document for programs, or a page. */
    @FunctionalInterface
    interface Form {
        HttpResponse answer(Call call, MatrixQuery.Parsed query);
    }

    /** Every address that is a question in itself. */
    static void addVerdictsTo(RouteTable table, Form form) {
        add(table, TAG_TO_TAG, form, MatrixResource::tagToTag);
        add(table, BRANCH_TO_ENVIRONMENT, form, MatrixResource::branchToEnvironment);
        add(table, CAN_I_MERGE, form, MatrixResource::canIMerge);
        add(
                table,
                "/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-merge",
                form,
                call -> canIMerge(call, new Pick.OnBranch(call.branchName(), true)));
        add(
                table,
                "/pacticipants/{pacticipant}/versions/{version}/can-i-merge",
                form,
                call -> canIMerge(call, new Pick.Exact(call.versionNumber())));
    }

    private static void add(RouteTable table, String path, Form form, Function<Call, MatrixQuestion> question) {
        table.get(path, call -> form.answer(call, new MatrixQuery.Parsed(question.apply(call), ROWS, false)));
    }

    private static HttpResponse answer(Call call, MatrixQuery.Parsed query) {
        MatrixAnswer answer = Matrix.answer(query.question(), call.kept());
        return call.accepts("text/plain")
                ? Answers.text(MatrixTable.of(answer, query.limit()))
                : Answers.ok(MatrixDocument.of(call, answer, query));
    }

    static MatrixQuery.Parsed between(Call call) {
        List<Selector> both = List.of(
                new Selector(call.pacticipant("consumer").name(), new Pick.Everything()),
                new Selector(call.pacticipant("provider").name(), new Pick.Everything()));
        MatrixQuestion question = new MatrixQuestion(
                        both,
                        null,
                        List.of(),
                        LatestBy.CONSUMER_VERSION_PROVIDER_VERSION,
                        EnumSet.allOf(MatrixRow.State.class),
                        call.settings().strictness())
                .withComparisons(call.settings().comparing());
        return new MatrixQuery.Parsed(question, ROWS, false);
    }

    static MatrixQuestion tagToTag(Call call) {
        return one(
                call,
                new Pick.Tagged(call.tagName(), true),
                new Pick.Tagged(call.tagName("to"), true),
                LatestBy.CONSUMER_VERSION_PROVIDER);
    }

    static MatrixQuestion branchToEnvironment(Call call) {
        return one(
                call,
                new Pick.OnBranch(call.branchName(), true),
                new Pick.In(environment(call)),
                LatestBy.CONSUMER_VERSION_PROVIDER_VERSION);
    }

    /** Whether the head of the main branch works with those of all others. */
    static MatrixQuestion canIMerge(Call call) {
        return canIMerge(call, new Pick.OnMainBranch(true));
    }

    private static MatrixQuestion canIMerge(Call call, Pick pick) {
        return one(call, pick, new Pick.OnMainBranch(true), LatestBy.CONSUMER_VERSION_PROVIDER);
    }

    private static Environment environment(Call call) {
        String name = call.value("to");
        try {
            return call.kept()
                    .environments()
                    .find(new EnvironmentName(name))
                    .orElseThrow(() -> Failure.unknown("There is no environment named \"" + name + "\"."));
        } catch (IllegalArgumentException e) {
            throw Failure.unknown("There is no environment named \"" + name + "\".");
        }
    }

    private static MatrixQuestion one(Call call, Pick pick, Pick target, LatestBy latestBy) {
        Pacticipant application = call.pacticipant("pacticipant");
        if (pick.versions(application, call.kept()).isEmpty()) {
            throw Failure.unknown("There is no such version: " + pick.sought(application.name()) + ".");
        }
        return MatrixQuestion.canIDeploy(
                        new Selector(application.name(), pick),
                        target,
                        latestBy,
                        call.settings().strictness())
                .withInference(call.settings().inferring())
                .withComparisons(call.settings().comparing());
    }
}

package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.TagName;
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

/** The matrix, and the questions whether something can be deployed. */
final class MatrixResource {
    private static final int ROWS = 100;

    private MatrixResource() {}

    static void addTo(RouteTable table) {
        table.get("/matrix", call -> answer(call, MatrixQuery.parse(call)))
                .get("/can-i-deploy", call -> answer(call, MatrixQuery.canIDeploy(call)))
                .get("/matrix/provider/{provider}/consumer/{consumer}", MatrixResource::between)
                .get("/pacticipants/{pacticipant}/latest-version/{tag}/can-i-deploy/to/{to}", MatrixResource::tagToTag)
                .get(
                        "/pacticipants/{pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{to}",
                        MatrixResource::branchToEnvironment);
    }

    private static HttpResponse answer(Call call, MatrixQuery.Parsed query) {
        MatrixAnswer answer = Matrix.answer(query.question(), call.kept());
        return call.accepts("text/plain")
                ? Answers.text(MatrixTable.of(answer, query.limit()))
                : Answers.ok(MatrixDocument.of(call, answer, query));
    }

    private static HttpResponse between(Call call) {
        List<Selector> both = List.of(
                new Selector(call.pacticipant("consumer").name(), new Pick.Everything()),
                new Selector(call.pacticipant("provider").name(), new Pick.Everything()));
        MatrixQuestion question = new MatrixQuestion(
                both,
                null,
                List.of(),
                LatestBy.CONSUMER_VERSION_PROVIDER_VERSION,
                EnumSet.allOf(MatrixRow.State.class),
                call.settings().strictness());
        return answer(call, new MatrixQuery.Parsed(question, ROWS, false));
    }

    private static HttpResponse tagToTag(Call call) {
        return one(
                call,
                new Pick.Tagged(call.tagName(), true),
                new Pick.Tagged(new TagName(call.value("to")), true),
                LatestBy.CONSUMER_VERSION_PROVIDER);
    }

    private static HttpResponse branchToEnvironment(Call call) {
        return one(
                call,
                new Pick.OnBranch(call.branchName(), true),
                new Pick.In(environment(call)),
                LatestBy.CONSUMER_VERSION_PROVIDER_VERSION);
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

    private static HttpResponse one(Call call, Pick pick, Pick target, LatestBy latestBy) {
        Pacticipant application = call.pacticipant("pacticipant");
        if (pick.versions(application, call.kept()).isEmpty()) {
            throw Failure.unknown("There is no such version: " + pick.sought(application.name()) + ".");
        }
        MatrixQuestion question = MatrixQuestion.canIDeploy(
                new Selector(application.name(), pick),
                target,
                latestBy,
                call.settings().strictness());
        return answer(
                call,
                new MatrixQuery.Parsed(question.withInference(call.settings().inferring()), ROWS, false));
    }
}

package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.MatrixAnswer;
import dev.contract.provider.broker.MatrixQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract explain}. */
@Command
final class ExplainCommand extends BrokerTask {
    @Mixin
    private Selectors selectors = new Selectors();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private InferOption infer = new InferOption();

    ExplainCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Told run(BrokerClient broker) {
        MatrixAnswer answer = broker.explain(
                new MatrixQuestion(selectors.selected(), target.target(), selectors.ignored(), infer.infers()));
        return Told.of(answer.json(), text(answer));
    }

    private static String text(MatrixAnswer answer) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (JsonObject step : objects(answer.json(), "steps").toList()) {
            lines.add(number++ + ". " + step.string("title").orElse(""));
            step.array("lines").stream()
                    .flatMap(JsonArray::stream)
                    .flatMap(line -> line.asString().stream())
                    .forEach(line -> lines.add("   " + line));
        }
        if (lines.isEmpty()) {
            lines.add("This broker does not tell its steps; its reason: " + answer.reason());
        }
        if (!answer.actions().isEmpty()) {
            lines.add(number + ". To do until it is a yes");
            answer.actions().forEach(action -> lines.addAll(List.of("   " + action.text(), "   " + action.command())));
        }
        return String.join("\n", lines);
    }

    private static Stream<JsonObject> objects(JsonObject of, String list) {
        return of.array(list).stream().flatMap(JsonArray::stream).flatMap(each -> each.asObject().stream());
    }
}

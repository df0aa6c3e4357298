package dev.contract.consumer.remote;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Delay;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.answer.Mishap;
import dev.contract.consumer.answer.Pace;
import dev.contract.consumer.answer.Responder;
import dev.contract.consumer.answer.ScenarioState;
import dev.contract.consumer.answer.Step;
import dev.contract.consumer.answer.StubAnswer;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Annotations;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Writes what a stub does beyond a contract, as the control API reads it. */
final class BehaviourDocument {
    private static final int NANOS_OF_A_MILLISECOND = 6;

    private BehaviourDocument() {}

    /** @throws ContractException if an answer is a function */
    static JsonObject of(Behaviour behaviour) {
        List<JsonObject> answers =
                behaviour.steps().stream().map(BehaviourDocument::of).toList();
        return JsonObject.builder()
                .put("answers", JsonArray.of(answers))
                .put("cycle", behaviour.cycles())
                .build();
    }

    static JsonObject of(ScenarioState state) {
        return JsonObject.builder()
                .put("scenario", state.scenario())
                .put("state", state.state())
                .build();
    }

    private static JsonObject of(Step step) {
        JsonObject.Builder document = JsonObject.builder()
                .putAll(step.answer().fold(new Answer()))
                .put("times", step.times())
                .put("delay", delay(step.delay()));
        Pace pace = step.pace();
        if (pace != null) {
            document.put(
                    "slowly",
                    JsonObject.builder()
                            .put("bytes", pace.bytes())
                            .put("every", millis(pace.every()))
                            .build());
        }
        Mishap mishap = step.mishap();
        if (mishap != null) {
            document.put(
                    "failing",
                    JsonObject.builder()
                            .put("probability", JsonNumber.of(mishap.probability()))
                            .put("fault", mishap.fault().name())
                            .build());
        }
        ScenarioState moves = step.moves();
        return moves == null
                ? document.build()
                : document.put("moving", of(moves)).build();
    }

    private static JsonValue delay(Delay delay) {
        if (delay instanceof Delay.Fixed fixed) {
            return millis(fixed.duration());
        }
        if (delay instanceof Delay.Between between) {
            return JsonObject.builder()
                    .put("least", millis(between.least()))
                    .put("most", millis(between.most()))
                    .build();
        }
        Delay.LogNormal logNormal = (Delay.LogNormal) delay;
        return JsonObject.builder()
                .put("median", millis(logNormal.median()))
                .put("sigma", JsonNumber.of(logNormal.sigma()))
                .build();
    }

    private static JsonNumber millis(Duration duration) {
        return JsonNumber.of(BigDecimal.valueOf(duration.toNanos(), NANOS_OF_A_MILLISECOND));
    }

    /** What is answered, in the attributes of its kind. */
    private static final class Answer implements StubAnswer.Cases<JsonObject> {
        @Override
        public JsonObject contractual() {
            return JsonObject.EMPTY;
        }

        @Override
        public JsonObject fault(Fault fault) {
            return JsonObject.builder().put("fault", fault.name()).build();
        }

        @Override
        public JsonObject responder(Responder responder) {
            Responder.Written written = responder.written();
            if (written == null) {
                throw new ContractException(Problem.error(
                                "CONTRACT-ATTACH", responder.noun() + " cannot answer in a stub of another process")
                        .found("code, which stays where it is")
                        .mend("give responses, faults or templates; or start a stub in this process by Stub.start(…)"));
            }
            return JsonObject.of(written.isTemplate() ? "template" : "response", response(written.response()));
        }

        /** As it stands in an interaction. */
        private static JsonObject response(ResponsePart response) {
            HttpInteraction around = new HttpInteraction(
                    "a further answer",
                    List.of(),
                    RequestPart.of(HttpRequest.of("GET", "/")),
                    response,
                    Annotations.NONE);
            return ContractWriter.written(around).object("response").orElseThrow();
        }
    }
}

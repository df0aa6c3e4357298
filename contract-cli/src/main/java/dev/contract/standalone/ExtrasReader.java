package dev.contract.standalone;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Delay;
import dev.contract.consumer.answer.Fault;
import dev.contract.consumer.answer.Mishap;
import dev.contract.consumer.answer.Pace;
import dev.contract.consumer.answer.Responder;
import dev.contract.consumer.answer.ScenarioState;
import dev.contract.consumer.answer.Step;
import dev.contract.consumer.answer.StubAnswer;
import dev.contract.consumer.answer.Terms;
import dev.contract.consumer.template.ResponseTemplate;
import dev.contract.core.format.ContractReader;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a call of the control API asks beyond the contract of an interaction. One thread at a time. */
final class ExtrasReader {
    private static final int MOST_ANSWERS = 1_000;
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final JsonObject body;
    private final List<Problem> problems = new ArrayList<>();

    ExtrasReader(JsonObject body) {
        this.body = body;
    }

    /**
     * What stands in {@code stub} of an interaction.
     *
     * @throws Failure with all that is wrong in it
     */
    Extras ofInteraction() {
        Optional<JsonObject> written = new Attributes(body, problems).object("stub");
        return checked(written.map(this::whole).orElse(Extras.NONE));
    }

    /**
     * As {@link #ofInteraction}, where the body itself holds the answers, and nothing else.
     *
     * @throws Failure with all that is wrong in it
     */
    Extras ofAnswers() {
        Attributes attributes = new Attributes(body, problems);
        Behaviour behaviour = behaviour(attributes);
        attributes.refuseOthers();
        return checked(new Extras(Terms.OF_CONTRACT, behaviour, body));
    }

    private Extras checked(Extras extras) {
        if (!problems.isEmpty()) {
            throw new Failure(400, problems);
        }
        return extras;
    }

    private Extras whole(JsonObject written) {
        Attributes attributes = new Attributes(written, problems);
        Terms terms =
                Terms.OF_CONTRACT.withPriority(attributes.whole("priority").orElse(0));
        Optional<ScenarioState> during = attributes.object("during").flatMap(this::scenario);
        Behaviour behaviour = behaviour(attributes);
        attributes.refuseOthers();
        return new Extras(during.map(terms::during).orElse(terms), behaviour, written);
    }

    private @Nullable Behaviour behaviour(Attributes attributes) {
        List<JsonObject> written = attributes.objects("answers").orElse(List.of());
        boolean cycles = attributes.flag("cycle").orElse(false);
        if (written.size() > MOST_ANSWERS) {
            problems.add(Problem.error("STUB-ANSWERS", "an interaction has at most " + MOST_ANSWERS + " answers")
                    .found(written.size() + " of them"));
        }
        List<Step> steps = written.stream().map(this::step).toList();
        return steps.isEmpty() ? null : new Behaviour(steps, cycles);
    }

    private Step step(JsonObject written) {
        Attributes attributes = new Attributes(written, problems);
        Step step = repeated(answer(attributes).map(Step::of).orElse(Step.CONTRACTUAL), attributes);
        step = delay(attributes).map(step::withDelay).orElse(step);
        step = attributes
                .object("slowly")
                .flatMap(this::pace)
                .map(step::withPace)
                .orElse(step);
        step = attributes
                .object("failing")
                .flatMap(this::mishap)
                .map(step::withMishap)
                .orElse(step);
        step = attributes
                .object("moving")
                .flatMap(this::scenario)
                .map(step::moving)
                .orElse(step);
        attributes.refuseOthers();
        return step;
    }

    private static Step repeated(Step step, Attributes attributes) {
        return attributes
                .whole("times")
                .flatMap(times -> attributes.made(() -> step.withTimes(times)))
                .orElse(step);
    }

    /** Empty for the response of the interaction itself. */
    private Optional<StubAnswer> answer(Attributes attributes) {
        Optional<StubAnswer> fault = attributes.constant("fault", Fault.class).map(each -> each);
        Optional<StubAnswer> response = attributes
                .object("response")
                .flatMap(written -> attributes.made(() -> Responder.always(response(written))));
        return fault.or(() -> response).or(() -> template(attributes));
    }

    private static Optional<StubAnswer> template(Attributes attributes) {
        return attributes
                .object("template")
                .flatMap(written -> attributes.made(() -> {
                    ResponsePart part = response(written);
                    ResponseTemplate template = ResponseTemplate.withoutFiles(part.example());
                    return Responder.template(
                            part, request -> ResponsePart.of(template.fill(request), part.rules(), part.generators()));
                }));
    }

    /** As it stands in an interaction. */
    private static ResponsePart response(JsonObject written) {
        JsonObject around = JsonObject.builder()
                .put("type", JsonString.of("Synchronous/HTTP"))
                .put("description", "a further answer")
                .put("request", JsonObject.EMPTY)
                .put("response", written)
                .build();
        return ((HttpInteraction) ContractReader.readInteraction(Call.BODY, around)).response();
    }

    /** A number of milliseconds, or an object that says how they vary. */
    private Optional<Delay> delay(Attributes attributes) {
        Optional<JsonValue> written = attributes.value("delay");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (written.get().asNumber().isPresent()) {
            return attributes.number("delay").flatMap(millis -> attributes.made(() -> Delay.of(millis(millis))));
        }
        return attributes.object("delay").flatMap(this::varying);
    }

    private Optional<Delay> varying(JsonObject written) {
        Attributes attributes = new Attributes(written, problems);
        Optional<Double> least = attributes.number("least");
        Optional<Double> most = attributes.number("most");
        Optional<Double> median = attributes.number("median");
        Optional<Double> sigma = attributes.number("sigma");
        attributes.refuseOthers();
        if (least.isPresent() && most.isPresent()) {
            return attributes.made(() -> Delay.between(millis(least.get()), millis(most.get())));
        }
        if (median.isPresent() && sigma.isPresent()) {
            return attributes.made(() -> Delay.logNormal(millis(median.get()), sigma.get()));
        }
        attributes.wrong(
                written,
                "a delay is a number of milliseconds, or has \"least\" and \"most\", or \"median\" and \"sigma\"");
        return Optional.empty();
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos((long) (millis * NANOS_OF_A_MILLISECOND));
    }

    private Optional<Pace> pace(JsonObject written) {
        Attributes attributes = new Attributes(written, problems);
        int bytes = attributes.whole("bytes").orElse(1);
        double every = attributes.number("every").orElse(0.0);
        attributes.refuseOthers();
        return attributes.made(() -> new Pace(bytes, millis(every)));
    }

    private Optional<Mishap> mishap(JsonObject written) {
        Attributes attributes = new Attributes(written, problems);
        double probability = attributes.number("probability").orElse(1.0);
        Optional<Fault> fault = attributes.constant("fault", Fault.class);
        attributes.refuseOthers();
        if (!written.has("fault")) {
            attributes.wrong(written, "it does not say which \"fault\"");
        }
        return fault.flatMap(each -> attributes.made(() -> new Mishap(probability, each)));
    }

    private Optional<ScenarioState> scenario(JsonObject written) {
        Attributes attributes = new Attributes(written, problems);
        String scenario = attributes.text("scenario").orElse("");
        String state = attributes.text("state").orElse("");
        attributes.refuseOthers();
        return attributes.made(() -> new ScenarioState(scenario, state));
    }
}

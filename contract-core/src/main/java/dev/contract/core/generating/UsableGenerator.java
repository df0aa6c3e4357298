package dev.contract.core.generating;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generator;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/** A generator with the place it works at and the room its complaints go to. One thread at a time. */
record UsableGenerator(String place, ValueGenerator generator, GenerationContext context, List<Problem> problems) {

    /** Empty, after noting why, when it cannot be used; also when there is nothing for it to do on this side. */
    static Optional<UsableGenerator> of(
            String place, Generator data, GenerationContext context, List<Problem> problems) {
        String where = "generator " + data.type() + " of " + place;
        try {
            ValueGenerator generator = ValueGenerators.of(data);
            return generator.appliesIn(context.mode())
                    ? Optional.of(new UsableGenerator(where, generator, context, problems))
                    : Optional.empty();
        } catch (CannotGenerate e) {
            problems.add(e.problem().at(where));
            return Optional.empty();
        }
    }

    /** A fresh value; where something is wrong, after noting it, the best there is instead, or empty. */
    Optional<JsonValue> generate(JsonValue example) {
        try {
            return Optional.of(generator.generate(example, context));
        } catch (CannotGenerate e) {
            refuse(e.problem());
            return e.instead();
        }
    }

    void refuse(Problem problem) {
        Problem located = problem.at(place);
        if (!problems.contains(located)) {
            problems.add(located);
        }
    }
}

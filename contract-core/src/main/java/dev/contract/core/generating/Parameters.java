package dev.contract.core.generating;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Generator;
import dev.contract.core.problem.Quoted;
import java.util.Optional;

/** The parameters of a generator, read as what they are meant to be. */
record Parameters(Generator generator) {

    Optional<String> text(String name) {
        return generator.attributes().string(name);
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** A text without which the generator makes no sense. */
    String required(String name) throws CannotGenerate {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            throw CannotGenerate.because(
                    "the generator " + generator.type() + " has no " + Quoted.text(name),
                    generator.attributes().toJson(),
                    "add " + Quoted.text(name) + " to it");
        }
        return text.get();
    }

    /** A whole number within bounds; numbers in quotes are accepted, as some writers quote them. */
    long whole(String name, long otherwise, long least, long most) throws CannotGenerate {
        Optional<JsonValue> value = generator.attributes().get(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        String text = value.get() instanceof JsonString string
                ? string.text()
                : value.get().toJson();
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of bounds
        }
        throw CannotGenerate.because(
                Quoted.text(name) + " of the generator " + generator.type() + " cannot be used",
                value.get().toJson(),
                "give a whole number from " + least + " to " + most);
    }
}

package dev.contract.core.generating;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonValue;
import java.time.format.DateTimeFormatter;

/** {@code Time}: a time of day, counted from now where an expression says so. */
record TimeGenerator(DateTimeFormatter format, String expression) implements ValueGenerator {
    static TimeGenerator of(Parameters parameters) throws CannotGenerate {
        return new TimeGenerator(Moments.format(parameters, "HH:mm:ss"), parameters.text("expression", ""));
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) throws CannotGenerate {
        return Moments.text(format, expression, MomentExpression::time, context.now());
    }

    @Override
    public void check() throws CannotGenerate {
        generate(JsonNull.NULL, GenerationContext.builder().build());
    }
}

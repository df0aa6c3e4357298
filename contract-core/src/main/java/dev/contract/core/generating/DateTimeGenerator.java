package dev.contract.core.generating;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonValue;
import java.time.format.DateTimeFormatter;

/** {@code DateTime}: a moment, counted from now where an expression says so. */
record DateTimeGenerator(DateTimeFormatter format, String expression) implements ValueGenerator {
    static DateTimeGenerator of(Parameters parameters) throws CannotGenerate {
        DateTimeFormatter format = Moments.format(parameters, "yyyy-MM-dd'T'HH:mm:ss.SSS");
        return new DateTimeGenerator(format, parameters.text("expression", ""));
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) throws CannotGenerate {
        return Moments.text(format, expression, MomentExpression::dateTime, context.now());
    }

    @Override
    public void check() throws CannotGenerate {
        generate(JsonNull.NULL, GenerationContext.builder().build());
    }
}

package dev.contract.core.generating;

import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonValue;
import java.time.format.DateTimeFormatter;

/** {@code Date}: a day, counted from today where an expression says so. */
record DateGenerator(DateTimeFormatter format, String expression) implements ValueGenerator {
    static DateGenerator of(Parameters parameters) throws CannotGenerate {
        return new DateGenerator(Moments.format(parameters, "yyyy-MM-dd"), parameters.text("expression", ""));
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) throws CannotGenerate {
        return Moments.text(format, expression, MomentExpression::date, context.now());
    }

    @Override
    public void check() throws CannotGenerate {
        generate(JsonNull.NULL, GenerationContext.builder().build());
    }
}

package dev.contract.openapi.value;

import dev.contract.core.json.JsonValue;
import dev.contract.openapi.document.CompiledSchema;
import dev.contract.openapi.document.CompiledSchema.Difference;
import java.util.List;

/** Values that were texts. */
public final class Texts {
    private Texts() {}

    /** What breaks a schema, unless nothing does when all is read as text: {@code 7} may be a number where both are allowed. */
    public static List<Difference> differences(CompiledSchema schema, JsonValue value) {
        List<Difference> differences = schema.check(value);
        boolean fitsAsText = !differences.isEmpty()
                && schema.check(TextValue.allTexts(value)).isEmpty();
        return fitsAsText ? List.of() : differences;
    }
}

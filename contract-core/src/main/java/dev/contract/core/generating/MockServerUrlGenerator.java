package dev.contract.core.generating;

import dev.contract.core.generating.GenerationContext.Mode;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.RegexSyntaxException;
import java.util.Optional;

/** {@code MockServerURL}: the example's URL, moved to the stub. The first group of {@code regex} is what follows the stub's address. */
record MockServerUrlGenerator(String tail) implements ValueGenerator {

    static MockServerUrlGenerator of(Parameters parameters) throws CannotGenerate {
        String regex = parameters.required("regex");
        String example = parameters.required("example");
        return new MockServerUrlGenerator(tail(regex, example)
                .orElseThrow(() -> CannotGenerate.because(
                        "the regular expression does not find the path in the example URL",
                        regex + " and " + example,
                        "let it match the whole example, with the path in its first group")));
    }

    private static Optional<String> tail(String regex, String example) {
        try {
            return BoundedRegex.parse(regex).firstGroup(example);
        } catch (RegexSyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean appliesIn(Mode mode) {
        return mode == Mode.CONSUMER;
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) throws CannotGenerate {
        Optional<String> base = context.mockServer();
        if (base.isEmpty()) {
            throw CannotGenerate.because(
                    "the address of the stub is not known",
                    "no stub is running",
                    "use the interaction in a test with a stub");
        }
        return JsonString.of(base.get().replaceFirst("/+$", "") + "/" + tail.replaceFirst("^/+", ""));
    }
}

package dev.contract.core.generating;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import dev.contract.core.regex.RegexSyntaxException;

/**
 * {@code Regex}: a text the whole of which matches an expression; {@code *} and {@code +} repeat 20 times at most.
 *
 * <p>The maker of texts knows most of the language, not all of it, so each text is held against the expression before it is used.
 */
record RegexGenerator(BoundedRegex regex, RgxGen maker) implements ValueGenerator {
    private static final int MOST_REPETITIONS = 20;
    private static final int ATTEMPTS = 20;

    static RegexGenerator of(Parameters parameters) throws CannotGenerate {
        String written = parameters.required("regex");
        try {
            BoundedRegex regex = BoundedRegex.parse(written);
            RgxGenProperties properties = new RgxGenProperties();
            RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, MOST_REPETITIONS);
            RgxGen maker = RgxGen.parse(properties, withoutAnchors(regex.toString()));
            RegexSize.check(maker, written);
            return new RegexGenerator(regex, maker);
        } catch (RegexSyntaxException e) {
            throw CannotGenerate.because("the regular expression cannot be read", written, e.reason());
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(written);
        }
    }

    private static String withoutAnchors(String regex) {
        int start = regex.startsWith("^") ? 1 : 0;
        boolean anchored = regex.endsWith("$") && !regex.endsWith("\\$");
        return regex.substring(start, Math.max(start, regex.length() - (anchored ? 1 : 0)));
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) throws CannotGenerate {
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                String text = maker.generate(context.random());
                if (regex.judge(text) == Verdict.MATCH) {
                    return JsonString.of(text);
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(regex.toString());
        }
        throw failed(regex.toString());
    }

    private static CannotGenerate failed(String regex) {
        return CannotGenerate.because(
                "no text can be made for the regular expression", regex, "simplify it, or leave the generator out");
    }
}

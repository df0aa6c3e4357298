package dev.contract.core.generating;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import dev.contract.core.regex.RegexSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * {@code Regex}: a text the whole of which matches an expression; {@code *} and {@code +} repeat 20 times at most.
 *
 * <p>The maker of texts knows most of the language, not all of it, so each text is held against the expression before it is used. Where
 * repetitions of repetitions make texts too long, or too hard to judge, they repeat less often.
 *
 * @param makers the one that repeats most first
 */
record RegexGenerator(BoundedRegex regex, List<RgxGen> makers) implements ValueGenerator {
    private static final List<Integer> MOST_REPETITIONS = List.of(20, 4, 1);
    private static final int ATTEMPTS = 20;

    static RegexGenerator of(Parameters parameters) throws CannotGenerate {
        String written = parameters.required("regex");
        try {
            BoundedRegex regex = BoundedRegex.parse(written);
            List<RgxGen> makers = makers(withoutAnchors(regex.toString()));
            if (makers.isEmpty()) {
                throw RegexSize.tooLarge(written);
            }
            return new RegexGenerator(regex, makers);
        } catch (RegexSyntaxException e) {
            throw CannotGenerate.because("the regular expression cannot be read", written, e.reason());
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(written);
        }
    }

    private static List<RgxGen> makers(String regex) {
        List<RgxGen> makers = new ArrayList<>();
        for (int most : MOST_REPETITIONS) {
            RgxGenProperties properties = new RgxGenProperties();
            RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, most);
            RgxGen maker = RgxGen.parse(properties, regex);
            if (RegexSize.isFine(maker, most)) {
                makers.add(maker);
            }
        }
        return makers;
    }

    private static String withoutAnchors(String regex) {
        int start = regex.startsWith("^") ? 1 : 0;
        boolean anchored = regex.endsWith("$") && !regex.endsWith("\\$");
        return regex.substring(start, Math.max(start, regex.length() - (anchored ? 1 : 0)));
    }

    @Override
    public JsonValue generate(JsonValue example, GenerationContext context) throws CannotGenerate {
        try {
            for (RgxGen maker : makers) {
                String text = text(maker, context.random());
                if (text != null) {
                    return JsonString.of(text);
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(regex.toString());
        }
        throw failed(regex.toString());
    }

    /** Null when none of several texts matches. */
    private @Nullable String text(RgxGen maker, RandomGenerator random) {
        Verdict verdict = Verdict.NO_MATCH;
        for (int i = 0; i < ATTEMPTS && verdict == Verdict.NO_MATCH; i++) {
            String text = maker.generate(random);
            verdict = regex.judge(text);
            if (verdict == Verdict.MATCH) {
                return text;
            }
        }
        return null;
    }

    private static CannotGenerate failed(String regex) {
        return CannotGenerate.because(
                "no text can be made for the regular expression", regex, "simplify it, or leave the generator out");
    }
}

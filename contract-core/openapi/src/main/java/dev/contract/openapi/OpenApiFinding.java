package dev.contract.openapi;

import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an exchange and an OpenAPI document differ.
 *
 * <p>Immutable.
 *
 * @param rule what it is about
 * @param isAdvice whether nothing is broken by it: the exchange has something more than the document knows
 * @param where in the exchange: {@code response $.id}, {@code request query "limit"}
 * @param sentence what the document asks for, or does not know, on one line
 * @param found what the exchange has there, as a short text; null when the sentence says it
 * @param place which line of the document
 * @param pointer the same as a JSON pointer within the file: {@code #/components/schemas/User/properties/id/type}
 */
public record OpenApiFinding(
        OpenApiRule rule,
        boolean isAdvice,
        String where,
        String sentence,
        @Nullable String found,
        Location place,
        String pointer) {

    /** The same as advice only. */
    OpenApiFinding asAdvice() {
        return new OpenApiFinding(rule, true, where, sentence, found, place, pointer);
    }

    /** The same with another text in place of what was found: to hide what nobody may see. */
    public OpenApiFinding withFound(@Nullable String shown) {
        return new OpenApiFinding(rule, isAdvice, where, sentence, shown, place, pointer);
    }

    /** What to do about it. */
    public String mend() {
        return rule.mend();
    }

    /** The sentence with what was found and the line of the document, all on one line, without {@code where}. */
    public String line() {
        return sentence + (found == null ? "" : ", found " + found) + " (" + rule + ", " + place + ")";
    }

    /** {@code RESPONSE_BODY} as {@code OPENAPI-RESPONSE-BODY}: an error, or a warning where it is advice. */
    public Problem toProblem() {
        String code = "OPENAPI-" + rule.name().replace('_', '-');
        String what = where + ": " + sentence;
        Problem problem = (isAdvice ? Problem.warning(code, what) : Problem.error(code, what))
                .at(place + " (" + pointer + ")")
                .mend(mend());
        return found == null ? problem : problem.found(found);
    }

    @Override
    public String toString() {
        return where + ": " + line();
    }
}

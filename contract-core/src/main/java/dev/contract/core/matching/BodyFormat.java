package dev.contract.core.matching;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.DecodedText;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of bodies of one kind, JSON for example: the extension point of this room. Implementations are found by
 * {@link java.util.ServiceLoader}; the first that handles a type is used.
 *
 * <p>Thread-safe.
 */
public interface BodyFormat {

    /** Whether bodies of this type are compared here. */
    boolean handles(ContentType type);

    /** Compiles an expected body that is present. What cannot be used is reported to the expectation's problems; nothing is thrown. */
    BodyMatcher compile(Expectation expected);

    /** A compiled expected body. Immutable and thread-safe. */
    interface BodyMatcher {
        /** The differences of an actual body that is present, in document order; none when it matches. */
        List<Mismatch> match(ActualBody actual);

        /** Whether an actual body that is present has no differences; may stop at the first. */
        default boolean accepts(ActualBody actual) {
            return match(actual).isEmpty();
        }

        /** Adds what every body has that is accepted, at places of this format; nothing, where that is not easily found. */
        default void pin(Consumer<Pin> pins) {}
    }

    /**
     * What an expected body is compiled from.
     *
     * @param body present
     * @param type its content type
     * @param rules by path expression
     * @param presence what is agreed on keys beyond the example
     * @param strictness whether more than was expected is a mismatch
     * @param problems takes the rules that cannot be used
     * @param depth how many bodies this one lies in
     */
    record Expectation(
            Body body,
            ContentType type,
            Map<String, RuleGroup> rules,
            Presence presence,
            Strictness strictness,
            Consumer<Problem> problems,
            int depth) {

        /** The expected body as text in the charset of its type, as messages show it: what is malformed is replaced. */
        public String text() {
            return body.text(type.charset());
        }

        /** The expected body as text in the charset of its type. */
        public DecodedText decoded() {
            return DecodedText.of(body.bytes(), type);
        }

        public boolean isStrict() {
            return strictness == Strictness.NO_MORE_THAN_EXPECTED;
        }

        /**
         * The comparison of a body that lies in this one, by the format of its own type; neither it nor what comes need be present.
         *
         * @param declared its type; null when it declares none
         * @param rules by path expression, from the inner body's root
         */
        public BodyMatcher inner(Body inner, @Nullable ContentType declared, Map<String, RuleGroup> rules) {
            return BodyPart.of(inner, declared, other -> false, rules, Presence.NONE, strictness, problems, depth + 1);
        }
    }

    /** What to make of entries that were not expected. */
    enum Strictness {
        /** A mismatch: a request asks for nothing but what was agreed. */
        NO_MORE_THAN_EXPECTED,
        /** Fine: a consumer of a response or message ignores what it does not know. */
        AT_LEAST_EXPECTED
    }
}

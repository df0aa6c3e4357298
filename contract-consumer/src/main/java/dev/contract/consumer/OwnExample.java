package dev.contract.consumer;

import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Holds an example against its own rule, while the line that wrote both is still on the stack. */
final class OwnExample {
    private OwnExample() {}

    static void check(MatchingRule rule, JsonValue example) {
        if (!accepts(rule, example)) {
            throw Mistake.of(Problem.error("CONTRACT-EXAMPLE", "the example does not match its own matcher")
                    .found(example.toJson() + ", and the matcher is " + rule.type() + " "
                            + rule.attributes().toJson())
                    .mend("change the example or the matcher, so that one accepts the other"));
        }
    }

    private static boolean accepts(MatchingRule rule, JsonValue example) {
        return switch (rule.type()) {
            case "regex" ->
                pattern(rule.attributes().string("regex").orElse(""))
                        .matcher(example.asString().orElse(""))
                        .matches();
            case "include" ->
                example.asString()
                        .orElse("")
                        .contains(rule.attributes().string("value").orElse(""));
            case "decimal" ->
                example.asNumber().map(JsonNumber::text).orElse("").contains(".");
            default -> true;
        };
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw Mistake.of(
                    Problem.error("CONTRACT-MATCHER", "the pattern is no regular expression: " + e.getDescription())
                            .found(Quoted.text(regex))
                            .mend("mend it at position " + e.getIndex()),
                    e);
        }
    }
}

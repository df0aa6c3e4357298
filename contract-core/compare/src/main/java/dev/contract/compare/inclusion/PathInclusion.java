package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.core.http.WirePath;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.RuleGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether all paths that one request accepts are accepted by another: as they stand on the wire, or decoded. */
final class PathInclusion {
    private PathInclusion() {}

    /** @param innerRules null when there are none */
    static Optional<Difference<String>> difference(
            String inner, @Nullable RuleGroup innerRules, String outer, @Nullable RuleGroup outerRules) {
        Texts one = texts(inner, innerRules);
        Texts other = texts(outer, outerRules);
        TextInclusion.Answer answer = TextInclusion.of(one, other, Carrier.PLAIN);
        boolean alike = inner.equals(outer) && Objects.equals(innerRules, outerRules);
        boolean plain = innerRules == null && outerRules == null;
        boolean spelled = (innerRules != null && isSpelled(inner, innerRules)) || isSpelled(outer, outerRules);
        if (answer.isIncluded() && (alike || plain || !spelled)) {
            return Optional.empty();
        }
        Stream<String> outside = Stream.ofNullable(answer.outside());
        Stream<String> spellings = Stream.of(inner, inner.replace("%", "%25"));
        List<String> candidates = Stream.concat(outside, spellings).distinct().toList();
        String reason = answer.reason().isEmpty() ? "no path shows it" : answer.reason();
        return Optional.of(new Difference<>("", one.toString(), other.toString(), reason, candidates));
    }

    /** Without rules all spellings of a path are the same; of rules without one, the matcher knows what they mean. */
    private static Texts texts(String path, @Nullable RuleGroup rules) {
        return rules == null
                ? Texts.only(JsonString.of(WirePath.decoded(path)), Carrier.PLAIN)
                : Texts.of(CompiledGroups.of(rules).asGroup(), JsonString.of(path), Carrier.PLAIN);
    }

    /** Whether it matters which of the two is compared, what stands on the wire or what that means. */
    private static boolean isSpelled(String path, @Nullable RuleGroup rules) {
        return !texts(path, rules).equals(texts(WirePath.decoded(path), rules));
    }

    /** A path that is likely to be accepted: the example, if its own rules accept it. */
    static String sample(String path, @Nullable RuleGroup rules) {
        return rules == null
                ? path
                : Samples.text(texts(path, rules), path, Carrier.PLAIN).orElse(path);
    }
}

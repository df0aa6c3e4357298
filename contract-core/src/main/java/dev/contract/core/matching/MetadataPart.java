package dev.contract.core.matching;

import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Equality;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.model.MessagePart;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata of a message: what was expected must be there, with its JSON type; the content type may be missing. */
record MetadataPart(JsonObject expected, Map<String, Rules> rules) implements Part<JsonObject> {

    @Override
    public void match(JsonObject actual, List<Mismatch> mismatches) {
        expected.forEach((name, value) -> match(name, value, actual, mismatches));
    }

    private void match(String name, JsonValue wanted, JsonObject actual, List<Mismatch> mismatches) {
        JsonValue came = MessagePart.namesContentType(name) ? anyContentType(actual) : actual.find(name);
        if (came == null) {
            if (!MessagePart.namesContentType(name)) {
                String sentence = "Expected message metadata '" + name + "' but was missing";
                mismatches.add(mismatch(name, wanted, null, sentence));
            }
            return;
        }
        for (String sentence : refusals(name, wanted, came)) {
            mismatches.add(mismatch(name, wanted, came, sentence));
        }
    }

    private static @Nullable JsonValue anyContentType(JsonObject metadata) {
        for (String name : metadata.names()) {
            if (MessagePart.namesContentType(name)) {
                return metadata.find(name);
            }
        }
        return null;
    }

    private List<String> refusals(String name, JsonValue wanted, JsonValue came) {
        Rules named = rules.getOrDefault(name, rules.get("$." + name));
        if (named != null) {
            return named.refusals(wanted, came);
        }
        boolean same = Equality.same(wanted, came) || (MessagePart.namesContentType(name) && sameType(wanted, came));
        return same
                ? List.of()
                : List.of("Expected message metadata '" + name + "' to have value " + Shown.json(wanted) + " but was "
                        + Shown.json(came));
    }

    private static boolean sameType(JsonValue wanted, JsonValue came) {
        return wanted instanceof JsonString one
                && came instanceof JsonString other
                && MediaTypeValue.same(List.of(one.text()), List.of(other.text()));
    }

    private static Mismatch mismatch(String name, JsonValue wanted, @Nullable JsonValue came, String sentence) {
        return new Mismatch(
                Mismatch.Kind.METADATA, name, Shown.json(wanted), came == null ? null : Shown.json(came), sentence);
    }
}

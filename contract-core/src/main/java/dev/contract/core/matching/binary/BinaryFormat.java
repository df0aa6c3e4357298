package dev.contract.core.matching.binary;

import dev.contract.core.body.ContentType;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.BodyFormat;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.rule.Bytes;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.select.PathSelection;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes, compared as a whole. Handles what no other format does. */
public final class BinaryFormat implements BodyFormat {

    @Override
    public boolean handles(ContentType type) {
        return true;
    }

    @Override
    public BodyMatcher compile(Expectation expected) {
        return new BinaryMatcher(
                expected,
                PathSelection.compile(expected.rules(), expected.problems()).selected());
    }

    private record BinaryMatcher(
            Expectation expected, @Nullable Rules rules) implements BodyMatcher {
        @Override
        public List<Mismatch> match(ActualBody actual) {
            return refusals(actual).stream()
                    .map(sentence -> new Mismatch(Kind.BODY, "$", wanted(actual), shown(actual), sentence))
                    .toList();
        }

        private List<String> refusals(ActualBody actual) {
            byte[] bytes = expected.body().bytes();
            if (rules != null) {
                return rules.refusalsOfBytes(bytes, actual.bytes());
            }
            return Arrays.equals(bytes, actual.bytes())
                    ? List.of()
                    : List.of(Bytes.unequal(expected.type(), bytes, actual.type(), actual.bytes()));
        }

        private String wanted(ActualBody actual) {
            return Bytes.shown(expected.type(), expected.body().bytes(), actual.bytes());
        }

        private String shown(ActualBody actual) {
            return Bytes.shown(actual.type(), actual.bytes(), expected.body().bytes());
        }
    }
}

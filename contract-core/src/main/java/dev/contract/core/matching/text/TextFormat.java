package dev.contract.core.matching.text;

import dev.contract.core.body.ContentType;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.BodyFormat;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.matching.select.PathSelection;
import java.util.List;

/** Plain text and its kin, compared as a whole: with case, without trimming. */
public final class TextFormat implements BodyFormat {

    @Override
    public boolean handles(ContentType type) {
        return type.isText() && !type.isXml() && !type.isJson();
    }

    @Override
    public BodyMatcher compile(Expectation expected) {
        Rules selected =
                PathSelection.compile(expected.rules(), expected.problems()).selected();
        return new TextMatcher(expected.text(), selected == null ? Rules.EQUALITY : selected);
    }

    private record TextMatcher(String expected, Rules rules) implements BodyMatcher {
        @Override
        public List<Mismatch> match(ActualBody actual) {
            String text = actual.text();
            return rules.refusalsOfDocument(expected, text).stream()
                    .map(sentence -> new Mismatch(Kind.BODY, "$", Shown.cut(expected), Shown.cut(text), sentence))
                    .toList();
        }
    }
}

package dev.contract.core.matching.text;

import dev.contract.core.body.ContentType;
import dev.contract.core.body.DecodedText;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.BodyFormat;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.binary.BinaryFormat;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.problem.Problem;
import java.util.List;

/** Plain text and its kin, compared as a whole: with case, without trimming. */
public final class TextFormat implements BodyFormat {

    @Override
    public boolean handles(ContentType type) {
        return type.isText() && !type.isXml() && !type.isJson();
    }

    @Override
    public BodyMatcher compile(Expectation expected) {
        DecodedText example = expected.decoded();
        if (!example.isText()) {
            expected.problems()
                    .accept(Problem.warning(
                                    "CONTRACT-BODY",
                                    "the expected body is declared as text and is not, so its bytes are compared")
                            .found(example.fault())
                            .mend("name the charset in the content type: text/plain; charset=ISO-8859-1"));
            return new BinaryFormat().compile(expected);
        }
        Rules selected =
                PathSelection.compile(expected.rules(), expected.problems()).selected();
        return new TextMatcher(example.text(), expected.type(), selected == null ? Rules.EQUALITY : selected);
    }

    private record TextMatcher(String expected, ContentType type, Rules rules) implements BodyMatcher {
        @Override
        public List<Mismatch> match(ActualBody actual) {
            DecodedText decoded = actual.decoded(type);
            List<String> refusals = decoded.isText()
                    ? rules.refusalsOfDocument(expected, decoded.text())
                    : List.of("The actual body is not text: " + decoded.fault());
            String shown = decoded.isText() ? decoded.text() : actual.text();
            return refusals.stream()
                    .map(sentence -> new Mismatch(Kind.BODY, "$", Shown.cut(expected), Shown.cut(shown), sentence))
                    .toList();
        }
    }
}

package dev.contract.core.matching.xml;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.DecodedText;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.BodyFormat;
import dev.contract.core.matching.FoundMismatches;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.matching.select.RuleState;
import dev.contract.core.problem.Problem;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlReader;
import dev.contract.core.xml.XmlSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** XML and everything built on it. */
public final class XmlFormat implements BodyFormat {

    /** A body read as XML, or why that is impossible. */
    private record Reading(@Nullable XmlElement root, String fault) {
        static Reading of(Body body, ContentType type) {
            try {
                return type.parameter("charset").isEmpty()
                        ? new Reading(XmlReader.read(body.bytes()), "")
                        : of(DecodedText.of(body.bytes(), type));
            } catch (XmlSyntaxException e) {
                return new Reading(null, e.reason());
            }
        }

        private static Reading of(DecodedText decoded) {
            return decoded.isText()
                    ? new Reading(XmlReader.read(decoded.text()), "")
                    : new Reading(null, decoded.fault());
        }
    }

    @Override
    public boolean handles(ContentType type) {
        return type.isXml();
    }

    @Override
    public BodyMatcher compile(Expectation expected) {
        Reading reading = Reading.of(expected.body(), expected.type());
        XmlElement root = reading.root();
        if (root == null) {
            expected.problems()
                    .accept(Problem.warning("CONTRACT-BODY", "the expected body is declared as XML and is not")
                            .found(reading.fault()));
            String sentence = "The expected body is not XML: " + reading.fault();
            return actual -> List.of(mismatch(expected.text(), actual, sentence));
        }
        RuleState document = PathSelection.compile(XmlPaths.withoutIndices(expected.rules()), expected.problems());
        return new XmlMatcher(root, ElementNode.root(root, document, expected.isStrict()));
    }

    private static Mismatch mismatch(String expected, ActualBody actual, String sentence) {
        return new Mismatch(Kind.BODY, "$", Shown.cut(expected), Shown.cut(actual.text()), sentence);
    }

    private record XmlMatcher(XmlElement expected, ElementNode node) implements BodyMatcher {
        @Override
        public List<Mismatch> match(ActualBody actual) {
            Reading reading = actual.read(Reading.class, body -> Reading.of(body.body(), body.type()));
            XmlElement root = reading.root();
            if (root == null) {
                String sentence = "The actual body is not XML: " + reading.fault();
                return List.of(mismatch(expected.toString(), actual, sentence));
            }
            FoundMismatches found = new FoundMismatches();
            node.matchRoot(root, Place.root(found));
            return found.list();
        }
    }
}

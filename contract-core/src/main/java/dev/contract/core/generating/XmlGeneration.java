package dev.contract.core.generating;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.xml.XmlEdit;
import dev.contract.core.xml.XmlName;
import dev.contract.core.xml.XmlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies generators to the texts and attributes of an XML document. Their paths are those of rules, without indices: {@code
 * $.people.person['@id']}, {@code $.people.person['#text']}. The path of an element means its text where no elements stand beside it.
 */
final class XmlGeneration {
    /** A generator and the steps to its values, indices left out. */
    private record Placed(List<Token> steps, UsableGenerator generator) {

        static Placed of(BodyGenerator generator) {
            List<Token> steps = generator.path().tokens().stream()
                    .filter(token -> !(token instanceof AnyIndex || token instanceof Index))
                    .toList();
            return new Placed(steps, generator.generator());
        }

        boolean isMeant(List<XmlName> elements, @Nullable XmlName attribute, boolean leaf) {
            boolean exact = steps.size() == elements.size() + 1
                    && takesElements(elements)
                    && takesLast(steps.get(elements.size()), attribute);
            boolean element = attribute == null && leaf && steps.size() == elements.size() && takesElements(elements);
            return exact || element;
        }

        private boolean takesElements(List<XmlName> elements) {
            for (int i = 0; i < elements.size(); i++) {
                if (!takes(steps.get(i), "", elements.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean takesLast(Token step, @Nullable XmlName attribute) {
            return attribute == null ? step.equals(new Field("#text")) : takes(step, "@", attribute);
        }

        private static boolean takes(Token step, String prefix, XmlName name) {
            return step instanceof AnyEntry
                    || (step instanceof Field field
                            && (field.name().equals(prefix + name.written())
                                    || field.name().equals(prefix + name.local())));
        }
    }

    private XmlGeneration() {}

    static Body apply(Body body, ContentType type, List<BodyGenerator> generators) {
        List<Placed> placed = new ArrayList<>();
        for (BodyGenerator generator : generators) {
            if (!generator.ofKeys()) {
                placed.add(Placed.of(generator));
            }
        }
        try {
            byte[] fresh = XmlEdit.apply(
                    body.bytes(),
                    // as the comparison reads it: by the header, else by what the document declares itself
                    type.parameter("charset").isPresent() ? type.charset() : null,
                    (elements, attribute, leaf, old) -> fresh(placed, elements, attribute, leaf, old));
            return BodyGeneration.replaced(body, fresh);
        } catch (XmlSyntaxException e) {
            return BodyGeneration.unreadable(body, "XML: " + e.reason(), generators);
        }
    }

    private static String fresh(
            List<Placed> generators, List<XmlName> elements, @Nullable XmlName attribute, boolean leaf, String old) {
        String value = old;
        for (Placed each : generators) {
            if (each.isMeant(elements, attribute, leaf)) {
                value = each.generator()
                        .generate(JsonString.of(value))
                        .map(JsonValue::text)
                        .orElse(value);
            }
        }
        return value;
    }
}

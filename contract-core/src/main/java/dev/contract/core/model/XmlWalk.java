package dev.contract.core.model;

import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** The way of a path through a document of XML. */
final class XmlWalk {
    private XmlWalk() {}

    static Optional<String> text(XmlElement root, List<Token> path) {
        List<XmlElement> found = List.of();
        List<XmlElement> next = List.of(root);
        for (Token step : path) {
            if (step instanceof Field field && field.name().startsWith("@")) {
                return found.stream()
                        .findFirst()
                        .flatMap(each -> attribute(each, field.name().substring(1)));
            }
            found = step(step, found, next);
            next = found.isEmpty() ? List.of() : found.get(0).children();
        }
        return found.stream().findFirst().map(XmlElement::text);
    }

    /** @param next the children of the first that was found */
    private static List<XmlElement> step(Token step, List<XmlElement> found, List<XmlElement> next) {
        if (step instanceof Field field) {
            return next.stream()
                    .filter(each -> each.name().local().equals(field.name()))
                    .toList();
        }
        return step instanceof Index index && index.position() < found.size()
                ? List.of(found.get(index.position()))
                : List.of();
    }

    private static Optional<String> attribute(XmlElement element, String name) {
        return element.attributes().entrySet().stream()
                .filter(each -> each.getKey().local().equals(name))
                .map(each -> each.getValue())
                .findFirst();
    }
}

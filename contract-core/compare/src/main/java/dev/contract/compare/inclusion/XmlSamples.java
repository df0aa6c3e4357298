package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.accept.XmlShape;
import dev.contract.compare.accept.XmlShape.Children;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Elements that shapes are likely to accept: their examples, but for what the rules refuse. */
final class XmlSamples {
    private static final int MOST_MORE = 20;

    private XmlSamples() {}

    static XmlElement of(XmlShape shape) {
        XmlElement example = shape.example();
        Map<XmlName, String> attributes = new LinkedHashMap<>();
        example.attributes()
                .forEach((name, value) -> attributes.put(
                        name, text(Objects.requireNonNull(shape.attributes().get(name)), value)));
        return XmlDocument.of(example, attributes, children(shape), text(shape.text(), example.text()));
    }

    private static List<XmlElement> children(XmlShape shape) {
        List<XmlElement> children = new ArrayList<>();
        Map<XmlName, Integer> counts = new HashMap<>();
        for (XmlElement child : shape.example().children()) {
            int position = counts.merge(child.name(), 1, Integer::sum) - 1;
            children.add(of(
                    Objects.requireNonNull(shape.children().get(child.name())).at(position)));
        }
        Optional<XmlShape> repeated = shape.children().values().stream()
                .filter(Children::any)
                .map(each -> each.at(0))
                .findFirst();
        for (int i = 0; i < MOST_MORE && repeated.isPresent() && !shape.accepts(children.size()); i++) {
            children.add(of(repeated.get()));
        }
        return children;
    }

    private static String text(Texts texts, String example) {
        return Samples.text(texts, example, Carrier.PLAIN).orElse(example);
    }
}

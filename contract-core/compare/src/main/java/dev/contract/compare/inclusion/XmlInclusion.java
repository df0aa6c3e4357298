package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.accept.XmlShape;
import dev.contract.compare.accept.XmlShape.Children;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether all XML documents that one shape accepts are accepted by another, element by element. One comparison. */
final class XmlInclusion {
    private static final String NOTHING = "nothing";
    private static final String REASON = "no document shows it";
    private static final int MOST_CHILDREN = 1_000;
    private static final int MOST_STEPS = 100_000;

    /** Of a place, in steps. */
    private static final long WORK = 20;

    private static final String TOO_LARGE = "the documents are too large to be compared to the end";

    /** Of elements, in all documents that are made to show something: each is as large as the example. */
    private static final int MOST_MADE = 200_000;

    private static final XmlElement OTHER = XmlDocument.element(new XmlName("", "other", "other"));

    private final List<Difference<XmlElement>> found = new ArrayList<>();
    private final int size;
    private int made;
    private int steps;

    /**
     * A place of the sample.
     *
     * @param sample the element there
     * @param whole the document with another element in its place
     * @param positions at which children are, by their names
     */
    private record Spot(
            String path,
            XmlElement sample,
            Function<XmlElement, XmlElement> whole,
            Once<Map<XmlName, List<Integer>>> positions) {

        Spot(String path, XmlElement sample, Function<XmlElement, XmlElement> whole) {
            this(path, sample, whole, new Once<>(() -> positions(sample)));
        }

        private static Map<XmlName, List<Integer>> positions(XmlElement element) {
            return IntStream.range(0, element.children().size())
                    .boxed()
                    .collect(
                            Collectors.groupingBy(i -> element.children().get(i).name()));
        }

        Spot child(XmlShape shape, int position) {
            return new Spot(
                    path + shape.step(),
                    sample.children().get(position),
                    other -> whole.apply(XmlDocument.replaced(sample, position, other)));
        }

        /** At which positions children of a name are. */
        List<Integer> positions(XmlName name) {
            return positions.get().getOrDefault(name, List.of());
        }

        /** The first child of a name, which there is. */
        XmlElement first(XmlName name) {
            return sample.children().get(positions(name).get(0));
        }
    }

    private XmlInclusion(int size) {
        this.size = size;
    }

    static List<Difference<XmlElement>> differences(XmlShape inner, XmlShape outer) {
        XmlElement sample = XmlSamples.of(inner);
        XmlInclusion inclusion = new XmlInclusion(XmlDocument.size(sample));
        Spot root = new Spot("$" + inner.step(), sample, Function.identity());
        inclusion.names(inner, outer, root);
        inclusion.compare(inner, outer, root);
        return inclusion.found;
    }

    private void names(XmlShape inner, XmlShape outer, Spot root) {
        boolean same = inner.example().name().equals(outer.example().name());
        if (!outer.mayHaveAnyName() && (inner.mayHaveAnyName() || !same)) {
            XmlElement sample = root.sample();
            XmlElement renamed =
                    new XmlElement(OTHER.name(), sample.attributes(), sample.children(), sample.text(), 0, 0);
            String words = inner.mayHaveAnyName() ? "an element of any name" : inner.toString();
            add("$", words, outer.toString(), root, REASON, sample, renamed);
        }
    }

    private void compare(XmlShape inner, XmlShape outer, Spot spot) {
        Budget.spend(WORK);
        if (++steps > MOST_STEPS || Budget.isSpent()) {
            add(spot.path(), inner.toString(), outer.toString(), spot, Budget.isSpent() ? Budget.SPENT : TOO_LARGE);
            return;
        }
        attributes(inner, outer, spot);
        texts(
                inner.text(),
                outer.text(),
                spot.path() + "['#text']",
                spot,
                text -> XmlDocument.withText(spot.sample(), text));
        counts(inner, outer, spot);
        Set<XmlName> names = new LinkedHashSet<>(outer.children().keySet());
        names.addAll(inner.children().keySet());
        for (XmlName name : names) {
            if (Budget.isSpent()) {
                add(spot.path(), inner.toString(), outer.toString(), spot, Budget.SPENT);
                return;
            }
            children(name, inner, outer, spot);
        }
        others(inner, outer, spot);
    }

    private void attributes(XmlShape inner, XmlShape outer, Spot spot) {
        outer.attributes().forEach((name, wanted) -> {
            Texts own = inner.attributes().get(name);
            String path = path(name, spot);
            if (own == null) {
                add(path, NOTHING, wanted.toString(), spot, REASON, spot.sample());
            } else {
                texts(own, wanted, path, spot, text -> XmlDocument.withAttribute(spot.sample(), name, text));
            }
        });
        if (outer.strict()) {
            inner.attributes().forEach((name, own) -> {
                if (!outer.attributes().containsKey(name)) {
                    add(path(name, spot), own.toString(), NOTHING, spot, REASON, spot.sample());
                }
            });
        }
        if (outer.strict() && !inner.strict()) {
            XmlElement more = XmlDocument.withAttribute(spot.sample(), OTHER.name(), "");
            add(spot.path(), "attributes of any name", "no other attributes", spot, REASON, more);
        }
    }

    private static String path(XmlName attribute, Spot spot) {
        return spot.path() + "['@" + attribute + "']";
    }

    private void texts(Texts inner, Texts outer, String path, Spot spot, Function<String, XmlElement> with) {
        TextInclusion.Answer answer = TextInclusion.of(inner, outer, Carrier.PLAIN);
        if (!answer.isIncluded()) {
            Stream<String> outside = Stream.ofNullable(answer.outside());
            Stream<String> guesses = Guesses.texts(inner, outer, Carrier.PLAIN)
                    .filter(text -> inner.accepts(text) && !outer.accepts(text))
                    .limit(5); // a reader trims texts, so that the first may not do
            String reason = answer.reason().isEmpty() ? REASON : answer.reason();
            add(
                    path,
                    inner.toString(),
                    outer.toString(),
                    spot,
                    reason,
                    Stream.concat(outside, guesses).map(with).toArray(XmlElement[]::new));
        }
    }

    /** How many child elements there are, of whatever names. */
    private void counts(XmlShape inner, XmlShape outer, Spot spot) {
        if (inner.countsAs(outer)) {
            return;
        }
        int bound = Math.max(inner.lastBound(), outer.lastBound()) + 1;
        int least = inner.children().values().stream()
                .mapToInt(each -> each.any() ? 1 : each.nodes().size())
                .sum();
        boolean fixed = inner.strict() && inner.children().values().stream().noneMatch(Children::any);
        int most = fixed ? least : Math.max(least, bound);
        for (int count = least; count <= Math.min(most, MOST_CHILDREN); count++) {
            if (inner.accepts(count) && !outer.accepts(count)) {
                String words = outer + " with another number of children";
                add(spot.path(), inner + " with " + count + " children", words, spot, REASON, resized(spot, count));
                return;
            }
        }
        if (most > MOST_CHILDREN) {
            add(spot.path(), inner.toString(), outer.toString(), spot, "so many children are not counted");
        }
    }

    /** With more of what is there, or less. */
    private static XmlElement resized(Spot spot, int count) {
        List<XmlElement> children = new ArrayList<>(spot.sample().children());
        while (children.size() > count) {
            children.remove(children.size() - 1);
        }
        while (children.size() < count) {
            children.add(children.isEmpty() ? OTHER : children.get(children.size() - 1));
        }
        return XmlDocument.withChildren(spot.sample(), children);
    }

    private void children(XmlName name, XmlShape inner, XmlShape outer, Spot spot) {
        Children own = inner.children().get(name);
        Children wanted = outer.children().get(name);
        if (own != null && wanted != null) {
            both(own, wanted, inner, outer, spot);
        } else if (wanted != null) {
            XmlElement odd = XmlDocument.with(spot.sample(), wanted.at(0).example());
            String path = spot.path() + wanted.at(0).step();
            add(path, NOTHING, words(wanted), spot, REASON, spot.sample(), odd);
        } else if (own != null && outer.refusesOther(name)) {
            add(spot.path() + own.at(0).step(), words(own), NOTHING, spot, REASON, spot.sample());
        }
    }

    private static String words(Children children) {
        int count = children.nodes().size();
        String name = children.at(0).example().toString();
        return children.any() ? "elements " + name : count == 1 ? "an element " + name : count + " elements " + name;
    }

    private void both(Children own, Children wanted, XmlShape inner, XmlShape outer, Spot spot) {
        numbers(own, wanted, outer, spot);
        XmlName name = own.at(0).example().name();
        List<Integer> there = spot.positions(name);
        int pairs = wanted.any() || own.any()
                ? Math.max(
                        own.any() ? 1 : own.nodes().size(),
                        wanted.any() ? 1 : wanted.nodes().size())
                : Math.min(own.nodes().size(), wanted.nodes().size());
        for (int i = 0; i < pairs; i++) {
            if ((own.any() || i < own.nodes().size())
                    && (wanted.any() || i < wanted.nodes().size())) {
                compare(own.at(i), wanted.at(i), child(own.at(i), i, name, there, spot));
            }
        }
        if (wanted.any() && !own.any() && !inner.strict()) {
            XmlElement empty = XmlDocument.element(name);
            add(
                    spot.path() + own.at(0).step(),
                    words(own) + ", and any behind",
                    words(wanted),
                    spot,
                    REASON,
                    XmlDocument.with(spot.sample(), XmlDocument.withText(empty, "anything")),
                    XmlDocument.with(spot.sample(), empty),
                    XmlDocument.with(spot.sample(), XmlDocument.with(empty, OTHER)));
        }
    }

    /**
     * One that is not in the sample is a further one.
     *
     * @param there the positions of those in the sample
     */
    private static Spot child(XmlShape shape, int number, XmlName name, List<Integer> there, Spot spot) {
        if (number < there.size()) {
            return spot.child(shape, there.get(number));
        }
        XmlElement filled = with(spot.sample(), spot.first(name), number - there.size());
        return new Spot(spot.path() + shape.step(), XmlSamples.of(shape), other -> spot.whole()
                .apply(XmlDocument.with(filled, other)));
    }

    private static XmlElement with(XmlElement element, XmlElement child, int times) {
        List<XmlElement> children = new ArrayList<>(element.children());
        children.addAll(Collections.nCopies(times, child));
        return XmlDocument.withChildren(element, children);
    }

    private void numbers(Children own, Children wanted, XmlShape outer, Spot spot) {
        int least = own.any() ? 1 : own.nodes().size();
        XmlName name = own.at(0).example().name();
        List<Integer> there = spot.positions(name);
        String path = spot.path() + own.at(0).step();
        if (!wanted.any() && least < wanted.nodes().size()) {
            XmlElement few = spot.sample();
            for (int i = there.size() - 1; i >= least; i--) {
                few = XmlDocument.without(few, there.get(i));
            }
            add(path, words(own), words(wanted), spot, REASON, few, spot.sample());
        }
        boolean more = own.any() || own.nodes().size() > wanted.nodes().size();
        if (!wanted.any() && outer.strict() && more) {
            int missing = Math.max(0, wanted.nodes().size() + 1 - there.size());
            XmlElement many = with(spot.sample(), spot.first(name), missing);
            add(path, words(own), words(wanted), spot, REASON, many);
        }
    }

    /** Children that neither expects; what rules say of a name they say in any namespace. */
    private void others(XmlShape inner, XmlShape outer, Spot spot) {
        Stream.of(inner, outer)
                .flatMap(shape -> shape.namedByRules().stream())
                .distinct()
                .filter(name -> !name.startsWith("@") && !name.startsWith("#"))
                .flatMap(name -> Stream.of(name, name.substring(name.indexOf(':') + 1))
                        .distinct()
                        .map(local -> new XmlName("urn:other", local, name)))
                .filter(name -> outer.refusesOther(name) && !inner.refusesOtherAsWritten(name))
                .forEach(name -> other(XmlDocument.element(name), outer, spot));
        if (outer.refusesOthers() && !inner.refusesOthers()) {
            other(OTHER, outer, spot);
        }
    }

    private void other(XmlElement odd, XmlShape outer, Spot spot) {
        String child = "child " + odd + (odd.name().namespace().isEmpty() ? "" : " of another namespace");
        String none = "no " + child + " in " + outer;
        add(spot.path() + ".*", "a " + child, none, spot, REASON, XmlDocument.with(spot.sample(), odd));
    }

    private void add(String path, String inner, String outer, Spot spot, String reason, XmlElement... here) {
        boolean few = made < MOST_MADE;
        List<XmlElement> candidates = few ? Stream.of(here).map(spot.whole()).toList() : List.of();
        made += size * candidates.size();
        found.add(new Difference<>(path, inner, outer, few ? reason : TOO_LARGE, candidates));
    }
}

package dev.contract.core.matching.multipart;

import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.BodyFormat.BodyMatcher;
import dev.contract.core.matching.FoundMismatches;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.model.RulePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The expected parts, in order. Parts are paired by name where names tell them apart on both sides, else by position.
 *
 * @param named whether names tell the expected parts apart
 * @param boundary of the expected body
 */
record MultipartMatcher(
        List<PartNode> nodes, boolean named, @Nullable String boundary) implements BodyMatcher {

    @Override
    public List<Mismatch> match(ActualBody actual) {
        Reading reading = Reading.of(actual, boundary);
        FoundMismatches found = new FoundMismatches();
        if (!reading.fault().isEmpty()) {
            found.add("$", null, Shown.cut(actual.text()), "The actual body is not multipart: " + reading.fault());
        } else if (named && reading.named()) {
            matchByName(reading.parts(), found);
        } else {
            matchByPosition(reading.parts(), found);
        }
        return found.list();
    }

    private void matchByName(List<ActualPart> actual, FoundMismatches found) {
        Map<String, ActualPart> others = new HashMap<>();
        actual.forEach(part -> others.put(nameOf(part), part));
        for (PartNode node : nodes) {
            ActualPart part = others.remove(node.name());
            if (part == null) {
                String sentence = "Expected part " + Shown.quoted(node.name()) + " but was missing";
                found.add(node.place(), node.name(), null, sentence);
            } else {
                node.match(part, found);
            }
        }
        for (ActualPart part : actual) {
            String name = nameOf(part);
            if (others.containsKey(name)) {
                found.add("$" + RulePath.step(name), null, name, "Unexpected part " + Shown.quoted(name) + " received");
            }
        }
    }

    private static String nameOf(ActualPart part) {
        return part.part().name().orElse("");
    }

    private void matchByPosition(List<ActualPart> actual, FoundMismatches found) {
        if (nodes.size() != actual.size()) {
            String sentence = "Expected a multipart body with " + counted(nodes.size()) + " but received "
                    + counted(actual.size());
            found.add("$", counted(nodes.size()), counted(actual.size()), sentence);
        }
        for (int i = 0; i < Math.min(nodes.size(), actual.size()); i++) {
            nodes.get(i).match(actual.get(i), found);
        }
    }

    private static String counted(int parts) {
        return parts + (parts == 1 ? " part" : " parts");
    }
}

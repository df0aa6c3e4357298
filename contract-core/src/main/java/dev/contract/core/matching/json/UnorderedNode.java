package dev.contract.core.matching.json;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import dev.contract.core.json.JsonWriter;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An array whose order does not matter: each element of the example goes with an element of its own. Where fewer elements came than the
 * example has, and the rules allow it, each of those that came goes with an example of its own.
 *
 * @param nodes one for each element of the example
 */
record UnorderedNode(JsonArray expected, Rules rules, List<Node> nodes) implements Node {

    @Override
    public void match(JsonValue actual, Walk walk) {
        if (!(actual instanceof JsonArray array)) {
            Kinds.differ(expected, actual, rules, walk);
            return;
        }
        List<String> refusals = rules.refusalsOfContainer(expected, actual);
        walk.refuse(expected, actual, refusals);
        if (refusals.isEmpty()) {
            pair(array, walk);
        }
    }

    private void pair(JsonArray actual, Walk walk) {
        Pairing pairing = new Pairing(nodes, expected, actual, walk);
        pairing.pair();
        if (actual.size() < expected.size()) {
            for (int i = 0; i < actual.size() && !walk.isOver(); i++) {
                if (pairing.exampleOf(i) < 0) {
                    refuse(pairing, actual.get(i), actual, "Unexpected element " + Shown.json(actual.get(i)), walk);
                }
            }
            return;
        }
        for (int i = 0; i < expected.size() && !walk.isOver(); i++) {
            if (pairing.elementOf(i) < 0) {
                String sought = "Expected an element like " + Shown.json(expected.get(i)) + " at any position";
                refuse(pairing, expected.get(i), actual, sought + " but found none that no other example needs", walk);
            }
        }
    }

    private static void refuse(Pairing pairing, JsonValue example, JsonArray actual, String sentence, Walk walk) {
        walk.refuse(
                example, actual, pairing.gaveUp() ? sentence + "; the search took too long and was stopped" : sentence);
    }

    /**
     * As many pairs of examples and elements as there can be: equal ones first, then by paths along which pairs can change partners.
     * One thread at a time.
     */
    private static final class Pairing {
        private static final int NOBODY = -1;

        private final List<Node> nodes;
        private final JsonArray expected;
        private final JsonArray actual;
        private final Walk walk;
        private final int[] elementOf;
        private final int[] exampleOf;

        private boolean gaveUp;

        Pairing(List<Node> nodes, JsonArray expected, JsonArray actual, Walk walk) {
            this.nodes = nodes;
            this.expected = expected;
            this.actual = actual;
            this.walk = walk;
            this.elementOf = alone(expected.size());
            this.exampleOf = alone(actual.size());
        }

        private static int[] alone(int size) {
            int[] partners = new int[size];
            Arrays.fill(partners, NOBODY);
            return partners;
        }

        int elementOf(int example) {
            return elementOf[example];
        }

        int exampleOf(int element) {
            return exampleOf[element];
        }

        boolean gaveUp() {
            return gaveUp;
        }

        void pair() {
            pairEqual();
            for (int i = 0; i < elementOf.length && !gaveUp; i++) {
                if (elementOf[i] == NOBODY) {
                    seek(i);
                }
            }
        }

        /** Most lists differ in their order only, if at all. */
        private void pairEqual() {
            Map<String, Deque<Integer>> elements = new HashMap<>();
            for (int i = 0; i < actual.size(); i++) {
                elements.computeIfAbsent(JsonWriter.canonical(actual.get(i)), key -> new ArrayDeque<>())
                        .add(i);
            }
            for (int i = 0; i < expected.size(); i++) {
                Integer element = elements.getOrDefault(JsonWriter.canonical(expected.get(i)), new ArrayDeque<>())
                        .poll();
                if (element != null && accepts(i, element)) {
                    join(i, element);
                }
            }
        }

        private void join(int example, int element) {
            elementOf[example] = element;
            exampleOf[element] = example;
        }

        /** Breadth first, from an example without a partner to an element without one, by examples that would have to change theirs. */
        private void seek(int start) {
            int[] cameFrom = alone(actual.size());
            Deque<Integer> examples = new ArrayDeque<>(List.of(start));
            while (!examples.isEmpty()) {
                int example = examples.remove();
                for (int element = 0; element < actual.size(); element++) {
                    if (cameFrom[element] != NOBODY || !accepts(example, element)) {
                        continue;
                    }
                    cameFrom[element] = example;
                    if (exampleOf[element] == NOBODY) {
                        change(element, cameFrom);
                        return;
                    }
                    examples.add(exampleOf[element]);
                }
            }
        }

        private void change(int last, int[] cameFrom) {
            int element = last;
            while (element != NOBODY) {
                int example = cameFrom[element];
                int before = elementOf[example];
                join(example, element);
                element = before;
            }
        }

        private boolean accepts(int example, int element) {
            if (gaveUp || !walk.mayTry()) {
                gaveUp = true;
                return false;
            }
            Walk probe = walk.probe();
            nodes.get(example).match(actual.get(element), probe);
            return probe.foundNothing();
        }
    }
}

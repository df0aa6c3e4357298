package dev.contract.compare.inclusion;

import dev.contract.compare.accept.Later;
import dev.contract.compare.accept.Lists;
import dev.contract.compare.accept.Lists.Elements;
import dev.contract.compare.accept.Lists.Unordered;
import dev.contract.compare.accept.Shape;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The part of {@link JsonInclusion} that compares arrays. */
final class ArrayInclusion {
    private static final int MOST_ELEMENTS = 1_000;
    private static final String ORDER = "which element goes with which is not followed further";

    private final JsonInclusion whole;

    ArrayInclusion(JsonInclusion whole) {
        this.whole = whole;
    }

    void compare(Lists inner, Lists outer, Shape one, Shape other, Spot spot) {
        Once<JsonArray> sample = new Once<>(() -> Samples.array(inner, one.example()));
        sizes(inner, outer, one, other, spot);
        whole.unclear(inner.unclear(), outer.unclear(), one, other, spot, sample);
        if (outer instanceof Unordered unordered) {
            unordered(inner, unordered, one, other, spot, sample);
        } else if (inner instanceof Unordered unordered) {
            anyOrder(unordered, (Elements) outer, one, other, spot, sample);
        } else {
            elements((Elements) inner, (Elements) outer, one, other, spot);
            contained((Elements) inner, (Elements) outer, one, other, spot, sample);
        }
    }

    /** Where only the inner wants elements to be found at some position, there is nothing to be said of a single position. */
    private void elements(Elements inner, Elements outer, Shape one, Shape other, Spot spot) {
        if (inner.contained().isEmpty() || !outer.contained().isEmpty()) {
            elements(inner, outer, spot);
        } else {
            whole.asOne(one, other, spot, side -> new ArrayInclusion(side).elements(inner, outer, spot));
        }
    }

    private void sizes(Lists inner, Lists outer, Shape one, Shape other, Spot spot) {
        List<JsonValue> candidates = new ArrayList<>();
        int min = least(inner);
        if (min < outer.min()) {
            candidates.add(Samples.array(inner, min));
            candidates.add(Samples.array(inner, outer.min() - 1));
        }
        if (inner.max() > outer.max()) {
            candidates.add(Samples.array(inner, outer.max() + 1));
        }
        if (!candidates.isEmpty()) {
            whole.doubt(one, other, spot, "no array of another size shows it", candidates);
        }
    }

    /** What must be found needs an element at least. */
    private static int least(Lists lists) {
        boolean finds =
                lists instanceof Elements elements && !elements.contained().isEmpty();
        return Math.max(lists.min(), finds ? 1 : 0);
    }

    private void elements(Elements inner, Elements outer, Spot spot) {
        Set<Integer> positions = new TreeSet<>(inner.named().keySet());
        positions.addAll(outer.named().keySet());
        int agreed = Math.max(inner.first().size(), outer.first().size());
        for (int i = 0; i < agreed; i++) {
            positions.add(i);
        }
        int free = agreed;
        while (positions.contains(free)) {
            free++;
        }
        List<Difference<JsonValue>> ofRest = new ArrayList<>();
        if (inner.max() > free) {
            ofRest.addAll(whole.aside(inner.rest(), outer.rest(), spot(inner, free, "[*]", spot)));
        }
        ofRest.forEach(whole::add);
        for (int position : positions) {
            if (position < inner.max() && position < outer.max()) { // more are refused by their number
                at(position, inner, outer, spot, ofRest);
            }
        }
    }

    /** What is said of all elements need not be said of each. */
    private void at(int position, Elements inner, Elements outer, Spot spot, List<Difference<JsonValue>> ofRest) {
        Spot here = spot(inner, position, "[" + position + "]", spot);
        String every = spot.path() + "[*]";
        for (Difference<JsonValue> each : whole.aside(inner.at(position), outer.at(position), here)) {
            String path = every + each.path().substring(here.path().length());
            if (ofRest.stream().noneMatch(rest -> rest.path().equals(path) && rest.saysTheSame(each))) {
                whole.add(each);
            }
        }
    }

    private static Spot spot(Elements inner, int position, String step, Spot spot) {
        return spot.element(position, step, () -> Samples.array(inner, position + 1));
    }

    /** Each that the outer wants to be found must be one that the inner has. */
    private void contained(Elements inner, Elements outer, Shape one, Shape other, Spot spot, Once<JsonArray> sample) {
        Once<JsonArray> small = new Once<>(() -> Samples.array(inner, least(inner)));
        for (Later wanted : outer.contained()) {
            if (Budget.isSpent()) {
                whole.doubt(one, other, spot, Budget.SPENT, List.of());
                return;
            }
            List<JsonValue> candidates = new ArrayList<>(List.of(small.get(), sample.get()));
            boolean found = false;
            int guaranteed = Math.min(inner.min(), MOST_ELEMENTS);
            for (int i = 0; i < guaranteed && !found && !Budget.isSpent(); i++) {
                found = includes(inner.at(i), wanted, i, inner, candidates);
            }
            for (int i = 0; i < inner.contained().size() && !found && !Budget.isSpent(); i++) {
                found = includes(inner.contained().get(i), wanted, i, inner, candidates);
            }
            if (!found) {
                String same = one.toString().equals(other.toString()) ? " of another shape" : "";
                whole.doubt(
                        one.toString(),
                        other + same,
                        spot.path(),
                        spot,
                        "no array without such an element shows it",
                        candidates);
            }
        }
    }

    private boolean includes(Later shape, Later wanted, int position, Elements inner, List<JsonValue> candidates) {
        Spot element =
                Spot.ROOT.element(position, "", () -> Samples.array(inner, Math.max(position + 1, least(inner))));
        List<Difference<JsonValue>> differences = whole.aside(shape, wanted, element);
        differences.forEach(each -> candidates.addAll(each.candidates()));
        return differences.isEmpty();
    }

    /** Elements in any order among positions: each example must do at each. */
    private void anyOrder(Unordered inner, Elements outer, Shape one, Shape other, Spot spot, Once<JsonArray> sample) {
        int size = inner.examples().size();
        List<JsonValue> reversed = new ArrayList<>(sample.get().elements());
        Collections.reverse(reversed);
        List<JsonValue> rotated = new ArrayList<>(sample.get().elements());
        Collections.rotate(rotated, 1);
        if (!isProven(inner, outer)) {
            List<JsonValue> candidates = new ArrayList<>(List.of(
                    sample.get(), JsonArray.of(reversed), JsonArray.of(rotated), Samples.array(inner, size + 1)));
            for (int i = 0; i < size && isWanted(candidates); i++) {
                Spot element = Spot.ROOT.element(i, "", sample);
                whole.aside(inner.examples().get(i), outer.at(i), element)
                        .forEach(each -> candidates.addAll(each.candidates()));
            }
            whole.doubt(one, other, spot, ORDER, candidates);
        }
    }

    private boolean isProven(Unordered inner, Elements outer) {
        int size = inner.examples().size();
        boolean free = outer.first().isEmpty()
                && outer.named().isEmpty()
                && outer.rest().get().isAnything();
        boolean proven = free || inner.max() <= size;
        for (Later wanted : outer.contained()) {
            proven = proven && inner.min() >= size && isAmong(inner.examples(), wanted);
        }
        for (int i = 0; i < size && proven && !free; i++) {
            for (int j = 0; j < inner.max() && proven; j++) {
                proven = whole.isIncluded(inner.examples().get(i), outer.at(j));
            }
        }
        return proven;
    }

    private boolean isAmong(List<Later> examples, Later wanted) {
        return examples.stream().anyMatch(each -> whole.isIncluded(each, wanted));
    }

    private void unordered(Lists inner, Unordered outer, Shape one, Shape other, Spot spot, Once<JsonArray> sample) {
        List<Later> own = examples(inner);
        boolean enough = inner instanceof Unordered
                ? inner.min() >= own.size() || own.size() == outer.examples().size()
                : inner.min() >= outer.examples().size();
        if (enough
                && Partners.all(
                        outer.examples().size(),
                        own.size(),
                        (i, j) -> whole.isIncluded(own.get(j), outer.examples().get(i)))) {
            return;
        }
        List<JsonValue> candidates = new ArrayList<>(List.of(sample.get(), Samples.array(inner, least(inner))));
        for (int i = 0; i < own.size() && isWanted(candidates); i++) {
            Spot element = Spot.ROOT.element(i, "", sample);
            for (int j = 0; j < outer.examples().size() && isWanted(candidates); j++) {
                Budget.spend(1); // also where both are seen to be the same
                whole.aside(own.get(i), outer.examples().get(j), element)
                        .forEach(each -> candidates.addAll(each.candidates()));
            }
        }
        if (inner instanceof Elements elements) {
            candidates.add(Samples.array(elements, sample.get().size() + 1));
        }
        whole.doubt(one, other, spot, ORDER, candidates);
    }

    /** Whether more candidates are of use. */
    private static boolean isWanted(List<JsonValue> candidates) {
        return candidates.size() < Inclusion.MOST_CANDIDATES && !Budget.isSpent();
    }

    private static List<Later> examples(Lists lists) {
        if (lists instanceof Unordered unordered) {
            return unordered.examples();
        }
        Elements elements = (Elements) lists;
        List<Later> examples = new ArrayList<>();
        for (int i = 0; i < Math.min(elements.min(), MOST_ELEMENTS); i++) {
            examples.add(elements.at(i));
        }
        return examples;
    }
}

package dev.contract.compare.accept;

import java.util.List;
import java.util.Map;

/** The arrays that are accepted in one place, of {@code min} to {@code max} elements. Immutable. */
public sealed interface Lists {
    int min();

    /** {@link Integer#MAX_VALUE} when there is no bound. */
    int max();

    /** What else is demanded. */
    List<Unclear> unclear();

    /**
     * Arrays whose elements are judged by their positions.
     *
     * @param first what is accepted at the first positions
     * @param named what is accepted at other positions that rules name
     * @param rest what is accepted at all others
     * @param contained each of these must be found at some position
     */
    record Elements(
            int min,
            int max,
            List<Later> first,
            Map<Integer, Later> named,
            Later rest,
            List<Later> contained,
            List<Unclear> unclear)
            implements Lists {
        public static final Elements ANY =
                new Elements(0, Integer.MAX_VALUE, List.of(), Map.of(), Later.ANYTHING, List.of(), List.of());

        public Elements {
            first = List.copyOf(first);
            named = Map.copyOf(named);
            contained = List.copyOf(contained);
            unclear = List.copyOf(unclear);
        }

        /** What is accepted at a position from 0. */
        public Later at(int position) {
            return position < first.size() ? first.get(position) : named.getOrDefault(position, rest);
        }
    }

    /**
     * Arrays whose elements may have any order: each example goes with an element of its own, or, where there are fewer elements, each
     * element with an example of its own.
     */
    record Unordered(int min, int max, List<Later> examples, List<Unclear> unclear) implements Lists {
        public Unordered {
            examples = List.copyOf(examples);
            unclear = List.copyOf(unclear);
        }
    }
}

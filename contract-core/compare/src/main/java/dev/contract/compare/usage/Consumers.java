package dev.contract.compare.usage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Consumers by number, so that hundreds of them at thousands of places are no more than bits. One thread at a time. */
final class Consumers {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** Most places have the same consumers as others. */
    private final Map<BitSet, List<String>> lists = new HashMap<>();

    int number(String name) {
        Integer known = numbers.putIfAbsent(name, names.size());
        if (known == null) {
            names.add(name);
        }
        return known == null ? names.size() - 1 : known;
    }

    /** All names, sorted. */
    List<String> names() {
        return names.stream().sorted().toList();
    }

    /** The names of some, sorted. */
    List<String> of(BitSet some) {
        return lists.computeIfAbsent(
                some, each -> each.stream().mapToObj(names::get).sorted().toList());
    }
}

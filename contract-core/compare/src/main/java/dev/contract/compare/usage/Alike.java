package dev.contract.compare.usage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Operations whose paths stand for themselves and yet look like those of one operation, such as {@code /users/7} and {@code /users/8}. Where
 * nothing says whether they are, nothing of one may be called unused that somebody reads of another.
 */
final class Alike {
    private final Map<Operation, List<OperationUsage>> used;

    Alike(Usage usage) {
        this.used = usage.operations().stream()
                .collect(Collectors.groupingBy(
                        each -> each.operation().likeness(), LinkedHashMap::new, Collectors.toList()));
    }

    /** The uses of all that look like an operation, itself among them; empty when nobody asks for any. */
    List<OperationUsage> to(Operation operation) {
        return used.getOrDefault(operation.likeness(), List.of());
    }

    /** Those who ask for one of them. */
    Set<String> consumersOf(Operation operation) {
        return to(operation).stream()
                .flatMap(each -> each.consumers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is relied on of any of them. */
    List<PlaceUsage> places(Operation operation) {
        return to(operation).stream().flatMap(each -> each.places().stream()).toList();
    }

    /** Those of used and offered operations that look like one, together; sorted. */
    List<List<Operation>> groups(Collection<Operation> offered) {
        Map<Operation, Map<Operation, Operation>> groups = new TreeMap<>();
        Stream.concat(used.values().stream().flatMap(List::stream).map(OperationUsage::operation), offered.stream())
                .forEach(each -> groups.computeIfAbsent(each.likeness(), any -> new TreeMap<>())
                        .putIfAbsent(each.shape(), each));
        return groups.values().stream()
                .filter(each -> each.size() > 1)
                .map(each -> List.copyOf(each.values()))
                .toList();
    }
}

package dev.contract.consumer.scope;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who a request belongs to.
 *
 * <p>A request is asked for one value per trait that is in use, a header's name or a path in the body, and that value is looked up: the number of
 * those who wait does not count. Thread-safe; requests never wait.
 */
public final class ScopeIndex<T> {
    private static final Comparator<Shelf<?>> ORDER = Comparator.<Shelf<?>>comparingInt(
                    shelf -> shelf.trait().rank())
            .thenComparing(shelf -> shelf.trait().toString());

    private volatile List<Shelf<T>> shelves = List.of();

    private record Shelf<T>(Trait trait, Map<String, T> owners) {}

    /**
     * Has requests that meet a condition belong to somebody.
     *
     * @throws ContractException if they belong to somebody already, or no request can meet it
     */
    public synchronized void open(Correlation correlation, T owner) {
        Shelf<T> shelf = shelf(correlation.checked().trait());
        if (shelf == null) {
            shelf = new Shelf<>(correlation.trait(), new ConcurrentHashMap<>());
            List<Shelf<T>> more = new ArrayList<>(shelves);
            more.add(shelf);
            more.sort(ORDER);
            shelves = List.copyOf(more);
        }
        if (shelf.owners().putIfAbsent(correlation.value(), owner) != null) {
            throw new ContractException(
                    Problem.error("CONTRACT-SCOPE", "two scopes are open for the same requests")
                            .found(correlation.toString())
                            .mend(
                                    "give every test a value of its own, such as UUID.randomUUID(), or close the other scope first"));
        }
    }

    private @Nullable Shelf<T> shelf(Trait trait) {
        for (Shelf<T> shelf : shelves) {
            if (shelf.trait().equals(trait)) {
                return shelf;
            }
        }
        return null;
    }

    /** Has requests that meet a condition belong to nobody again. */
    public synchronized void close(Correlation correlation, T owner) {
        Shelf<T> shelf = shelf(correlation.trait());
        if (shelf != null) {
            shelf.owners().remove(correlation.value(), owner);
            shelves = shelves.stream().filter(each -> !each.owners().isEmpty()).toList();
        }
    }

    /** Who a request belongs to; null for nobody. */
    public @Nullable T find(HttpRequest request, ActualBody body) {
        for (Shelf<T> shelf : shelves) {
            String value = shelf.trait().of(request, body);
            T owner = value == null ? null : shelf.owners().get(value);
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    /** What a request that belongs to nobody lacks: {@code none of 8, by header "x-request-id"}; null when nobody waits for any. */
    public @Nullable String whyNobody() {
        List<Shelf<T>> all = shelves;
        int owners = all.stream().mapToInt(shelf -> shelf.owners().size()).sum();
        return owners == 0
                ? null
                : "none of " + owners + ", by "
                        + all.stream()
                                .map(shelf -> shelf.trait().toString())
                                .distinct()
                                .collect(Collectors.joining(", "));
    }
}

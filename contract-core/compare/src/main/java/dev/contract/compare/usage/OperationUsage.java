package dev.contract.compare.usage;

import java.util.List;

/**
 * An operation that somebody asks for.
 *
 * @param callers sorted by consumer
 * @param places sorted
 */
public record OperationUsage(Operation operation, List<Caller> callers, List<PlaceUsage> places) {
    public OperationUsage {
        callers = List.copyOf(callers);
        places = List.copyOf(places);
    }

    public List<String> consumers() {
        return callers.stream().map(Caller::consumer).toList();
    }
}

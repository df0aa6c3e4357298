package dev.contract.compare.usage;

import dev.contract.compare.usage.SideReader.Reason;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what contracts rely on, contract by contract. One thread at a time. */
final class Gathering {
    private final PathTemplates templates;
    private final Consumers consumers = new Consumers();
    private final Map<Operation, Gathered> operations = new TreeMap<>();
    private int interactions;

    /** Of one operation: who asks, and for what. */
    private static final class Gathered {
        private final Map<String, Set<String>> callers = new TreeMap<>();
        private final Map<Place.Key, Relied> places = new HashMap<>();
        private final Map<Side, List<Reason>> read = new HashMap<>();

        List<Reason> reasons(Side side) {
            return read.computeIfAbsent(side, each -> SideReader.read(each, places));
        }

        OperationUsage usage(Operation operation, Consumers consumers) {
            List<Caller> asking = new ArrayList<>();
            callers.forEach((consumer, names) -> asking.add(new Caller(consumer, List.copyOf(names))));
            return new OperationUsage(
                    operation,
                    asking,
                    places.values().stream()
                            .flatMap(Relied::withAllBelow)
                            .filter(Relied::isReliedOn)
                            .map(each -> each.usage(consumers))
                            .sorted(Comparator.comparing(PlaceUsage::place))
                            .toList());
        }
    }

    Gathering(PathTemplates templates) {
        this.templates = templates;
    }

    void add(Contract contract) {
        int consumer = consumers.number(contract.consumer());
        for (Interaction interaction : contract.interactions()) {
            interactions++;
            Gathered gathered = operations.computeIfAbsent(templates.of(interaction), any -> new Gathered());
            gathered.callers
                    .computeIfAbsent(contract.consumer(), any -> new LinkedHashSet<>())
                    .add(interaction.quoted());
            Side.of(interaction).forEach(side -> gathered.reasons(side).forEach(each -> each.of(consumer)));
        }
    }

    Usage usage(String provider, List<Unread> unread) {
        List<OperationUsage> used = new ArrayList<>();
        operations.forEach((operation, gathered) -> used.add(gathered.usage(operation, consumers)));
        return new Usage(provider, consumers.names(), interactions, used, unread);
    }
}

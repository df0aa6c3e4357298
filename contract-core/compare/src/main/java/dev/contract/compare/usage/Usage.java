package dev.contract.compare.usage;

import dev.contract.core.model.Contract;
import java.util.Collection;
import java.util.List;

/**
 * Everything of a provider that its consumers rely on, by their contracts.
 *
 * <pre>{@code
 * Usage usage = Usage.of("users", contracts, PathTemplates.of(contracts));
 * usage.operations();            // GET /users/{id}: orders, web; of its answer 200 the field $.name: web, by type
 * Unused.of(usage, offer);       // what nobody reads
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param consumers sorted
 * @param interactions how many were read
 * @param operations sorted
 * @param unread of which contracts nobody here can read some interactions: what these rely on is not told
 */
public record Usage(
        String provider,
        List<String> consumers,
        int interactions,
        List<OperationUsage> operations,
        List<Unread> unread) {
    public Usage {
        unread = List.copyOf(unread);
        consumers = List.copyOf(consumers);
        operations = List.copyOf(operations);
    }

    /** What contracts say; those of other providers are passed over. */
    public static Usage of(String provider, Collection<Contract> contracts, PathTemplates templates) {
        Gathering gathering = new Gathering(templates);
        List<Contract> own = contracts.stream()
                .filter(contract -> contract.provider().equals(provider))
                .toList();
        own.forEach(gathering::add);
        return gathering.usage(provider, Unread.in(own));
    }
}

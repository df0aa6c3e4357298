package dev.contract.provider.source;

import dev.contract.core.model.Contract;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A contract and where it came from.
 *
 * <p>Immutable.
 *
 * @param contract what was agreed
 * @param name what messages call it: a file as it was given, a URL, what a broker calls it
 * @param address where it is: a file as it was given, a URL; the same as the name where the user gave it
 * @param pending whether a failure of any of its interactions is reported without failing the verification
 * @param notices what the source wants the user to read before the contract is verified: why it is, and why it may fail
 * @param links addresses the source gave with the contract, by relation, for example {@code pb:publish-verification-results}
 */
public record LocatedContract(
        Contract contract,
        String name,
        String address,
        boolean pending,
        List<String> notices,
        Map<String, String> links) {
    public LocatedContract {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        notices = List.copyOf(notices);
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }

    /** A contract of a file or the like: not pending, without notices and links. */
    public static LocatedContract of(Contract contract, String name) {
        return new LocatedContract(contract, name, name, false, List.of(), Map.of());
    }

    /** The same without notices, for who has shown them already. */
    public LocatedContract withoutNotices() {
        return new LocatedContract(contract, name, address, pending, List.of(), links);
    }

    /** The address the source gave for a relation; empty when it gave none. */
    public Optional<String> link(String relation) {
        return Optional.ofNullable(links.get(relation));
    }
}

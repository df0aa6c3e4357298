package dev.contract.consumer.stub;

import dev.contract.core.model.HttpInteraction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The scopes of some expectations: those that are open, and what closed ones have left for the contract. Thread-safe. */
final class OwnScopes {
    private final Set<Expectations> open = new LinkedHashSet<>();
    private final Set<HttpInteraction> left = new LinkedHashSet<>();

    synchronized void add(Expectations scope) {
        open.add(scope);
    }

    /**
     * Ends a scope.
     *
     * @return how things stand in it; fine when it had ended before, for that was told then
     */
    synchronized Verdict end(Expectations scope) {
        if (!open.remove(scope)) {
            return Verdict.FINE;
        }
        Verdict verdict = scope.verdict();
        if (verdict.isFine()) {
            left.addAll(scope.interactions());
        }
        return verdict;
    }

    /** What closed ones have left now; who runs this later leaves it at that. */
    synchronized Runnable mark() {
        List<HttpInteraction> now = List.copyOf(left);
        return () -> {
            synchronized (this) {
                left.clear();
                left.addAll(now);
            }
        };
    }

    synchronized List<Expectations> open() {
        return List.copyOf(open);
    }

    synchronized boolean isEmpty() {
        return open.isEmpty() && left.isEmpty();
    }

    /** What scopes have for the contract, equal interactions once. */
    synchronized Set<HttpInteraction> interactions() {
        Set<HttpInteraction> all = new LinkedHashSet<>(left);
        open.forEach(scope -> all.addAll(scope.interactions()));
        return all;
    }

    /** A verdict and those of the scopes that are still open, as one. */
    synchronized Verdict with(Verdict own) {
        Verdict all = own;
        for (Expectations scope : open) {
            all = all.and(scope.verdict());
        }
        return all;
    }
}

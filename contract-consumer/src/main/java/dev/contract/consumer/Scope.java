package dev.contract.consumer;

import dev.contract.consumer.journal.Journal;
import dev.contract.consumer.scope.Correlation;
import dev.contract.consumer.stub.Expectations;
import dev.contract.consumer.stub.Strays;
import dev.contract.consumer.stub.Verdict;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Quoted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stub that one of many tests has for itself, by {@link Stub#scope}.
 *
 * <p>Its interactions answer requests that meet its condition, and no others; they have scenarios, sequences, a journal and a verdict of their
 * own. Requests that they do not answer, the interactions of the stub itself may. The condition stands in no contract: interactions are
 * recorded as they were declared, equal ones of several scopes once. A scope that is not closed is judged with its stub. Thread-safe.
 */
public final class Scope implements AutoCloseable {
    private final String consumer;
    private final String provider;
    private final SpecVersion version;
    private final Correlation condition;
    private final Expectations ofStub;
    private final Expectations own;
    private final long since;

    Scope(
            String consumer,
            String provider,
            SpecVersion version,
            Correlation condition,
            Expectations ofStub,
            Expectations own) {
        this.consumer = consumer;
        this.provider = provider;
        this.version = version;
        this.condition = condition;
        this.ofStub = ofStub;
        this.own = own;
        this.since = own.latestNumber();
    }

    /** Starts an interaction with something that must be true of the provider: {@code "user user123 exists"}. */
    public InteractionBuilder given(String state) {
        return begin("given(" + Quoted.text(state) + ")").given(state);
    }

    /** Starts an interaction with a provider state and its parameters, any values that JSON can hold. */
    public InteractionBuilder given(String state, Map<String, ? extends @Nullable Object> parameters) {
        return begin("given(" + Quoted.text(state) + ", …)").given(state, parameters);
    }

    /** Starts an interaction that needs no provider state. */
    public InteractionBuilder uponReceiving(String description) {
        return begin("uponReceiving(" + Quoted.text(description) + ")").uponReceiving(description);
    }

    private InteractionBuilder begin(String words) {
        return Stub.begin(own, words, version);
    }

    /** What came of this scope's requests, whoever answered them. */
    public Journal journal() {
        return own.journal();
    }

    /**
     * Ends the scope, and checks that every request came that was declared in it, and no other.
     *
     * @throws AssertionError that says what came or did not come, beside what was declared
     */
    @Override
    public void close() {
        Verdict verdict = ofStub.closeScope(own);
        if (!verdict.isFine()) {
            throw new AssertionError(complaint(verdict));
        }
    }

    private String complaint(Verdict verdict) {
        String findings = verdict.describe(consumer, provider);
        String note = own.seedNote();
        Strays strays = verdict.missing().isEmpty() ? Strays.NONE : own.strays(since);
        Facts facts = strays.addTo(new Facts("CONTRACT-SCOPE  all this is about the requests of one scope")
                .add("scope", condition.toString()));
        return findings + "\n" + facts + (note == null ? "" : "\n" + note);
    }
}

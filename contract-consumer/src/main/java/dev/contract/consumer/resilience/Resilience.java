package dev.contract.consumer.resilience;

import dev.contract.consumer.journal.UnknownDescription;
import dev.contract.consumer.stub.Outage;
import dev.contract.consumer.stub.StubScope;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Problem;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of the consumer that is made once without trouble, and then once under each trouble there is.
 *
 * <pre>{@code
 * users.given("user 42 exists").uponReceiving("a request for user 42").get("/users/42")
 *         .willRespondWith(200, json(object("name", like("Alice"))));
 *
 * users.resilience(() -> client.find("42"))
 *         .within(Duration.ofSeconds(2))
 *         .expecting(Trouble.UNAVAILABLE).toReturnAsUsual()
 *         .otherwise().toThrow(UserServiceDown.class)
 *         .verify();
 * }</pre>
 *
 * <p>Whatever else is demanded, the call must end in time. The contract does not tell of any of it. One thread at a time.
 *
 * @param <T> what the call returns
 */
public final class Resilience<T> {
    private static final Duration USUAL = Duration.ofSeconds(5);

    private final StubScope scope;
    private final @Nullable String description;
    private final Callable<T> call;
    private final Map<Trouble, Demand<T>> demands = new EnumMap<>(Trouble.class);
    private final Set<Trouble> troubles;
    private Demand<T> otherwise = new Demand.AnEnd<>();
    private Duration within = USUAL;

    /**
     * @param description of the interaction that the troubles befall; null for all
     * @throws ContractException if there is none of this description, or tests share the stub
     */
    public Resilience(StubScope scope, @Nullable String description, Callable<T> call) {
        if (!scope.isAlone()) {
            throw new ContractException(
                    Problem.error("CONTRACT-RESILIENCE", "troubles would befall all tests that share this stub")
                            .mend("take a Stub parameter without @Shared"));
        }
        if (description != null && !scope.expectations().descriptions().contains(description)) {
            throw new ContractException(UnknownDescription.problem(
                    "CONTRACT-RESILIENCE", description, scope.expectations().descriptions()));
        }
        this.scope = scope;
        this.description = description;
        this.call = call;
        this.troubles = scope.speaksTls()
                ? EnumSet.allOf(Trouble.class)
                : EnumSet.complementOf(EnumSet.of(Trouble.TLS_FAILURE));
    }

    /** How long the call may take, with all its retries; five seconds unless this is said. */
    public Resilience<T> within(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new ContractException(Problem.error("CONTRACT-RESILIENCE", "a call cannot end in this time")
                    .found(longest.toString())
                    .mend("give a duration of some milliseconds or seconds"));
        }
        within = longest;
        return this;
    }

    /** Leaves troubles out. */
    public Resilience<T> without(Trouble... others) {
        List.of(others).forEach(troubles::remove);
        return this;
    }

    /** Says what is right under some troubles, as the next word. */
    public Demands<T> expecting(Trouble first, Trouble... more) {
        return new Demands<>(this, List.copyOf(EnumSet.of(first, more)));
    }

    /** Says what is right under all other troubles, as the next word; if nobody says it, the call must end in time. */
    public Demands<T> otherwise() {
        return new Demands<>(this, List.of());
    }

    /** None are all others. */
    Resilience<T> demand(List<Trouble> under, Demand<T> demand) {
        under.forEach(each -> demands.put(each, demand));
        if (under.isEmpty()) {
            otherwise = demand;
        }
        return this;
    }

    /**
     * Makes the call without trouble, and gives those that are still to be made.
     *
     * @throws AssertionError if it fails without trouble
     * @throws ContractException if something is expected under a trouble that does not befall it
     */
    public Stream<Ordeal> ordeals() {
        refuseUntried();
        Outcome<T> untroubled = outcome();
        if (!(untroubled instanceof Outcome.Returned<T> usual)) {
            throw failedUntroubled(untroubled);
        }
        return troubles.stream().map(trouble -> new Ordeal(trouble, () -> finding(trouble, usual.value())));
    }

    private void refuseUntried() {
        Set<Trouble> untried = new TreeSet<>(demands.keySet());
        untried.removeAll(troubles);
        if (!untried.isEmpty()) {
            throw new ContractException(Problem.error(
                            "CONTRACT-RESILIENCE", "something is expected under troubles that are left out")
                    .found(untried.stream().map(Trouble::toString).collect(Collectors.joining(", ")))
                    .mend("expect nothing under them, or leave them in; TLS_FAILURE needs a stub that speaks TLS"));
        }
    }

    private static AssertionError failedUntroubled(Outcome<?> outcome) {
        return outcome.failure(new Facts("CONTRACT-RESILIENCE  the call fails without any trouble")
                .add("found", "it " + outcome.inWords())
                .add("mend", "have it succeed against the stub before it is troubled"));
    }

    /**
     * Makes all calls.
     *
     * @return a table of what they did
     * @throws AssertionError with this table, if one of them did not do what it should
     */
    public String verify() {
        List<Finding> findings = ordeals().map(Ordeal::finding).toList();
        String table = Table.of(findings);
        List<Finding> failed = findings.stream().filter(each -> !each.isFine()).toList();
        if (failed.isEmpty()) {
            return table;
        }
        Facts mends = new Facts("CONTRACT-RESILIENCE  the call does not do what it should under " + failed.size()
                + " of " + findings.size() + " troubles\n" + table);
        failed.stream().map(Finding::mend).distinct().forEach(mend -> mends.add("mend", mend));
        AssertionError error = new AssertionError(mends.toString());
        failed.forEach(each -> error.addSuppressed(each.failure()));
        throw error;
    }

    private Finding finding(Trouble trouble, @Nullable T usual) {
        Demand<T> demand = demands.getOrDefault(trouble, otherwise);
        Outage outage = trouble.befall(scope, description, within);
        try {
            Outcome<T> outcome = outcome();
            return new Finding(trouble, demand.inWords(), outcome, demand.isMet(outcome, usual));
        } finally {
            outage.close();
        }
    }

    /** On a thread of its own, since it may hang; then whatever it waits for is ended. */
    private Outcome<T> outcome() {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "contract-resilience");
        thread.setDaemon(true);
        thread.start();
        try {
            return new Outcome.Returned<>(task.get(within.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return new Outcome.Threw<>(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            end(thread);
            return new Outcome.Hung<>(within);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a call was made", e);
        }
    }

    /** Clients may try again on a new connection, so that has to end, too. */
    private void end(Thread thread) {
        thread.interrupt();
        long until = System.nanoTime() + within.toNanos();
        try {
            do {
                scope.endConnections();
                thread.join(50);
            } while (thread.isAlive() && System.nanoTime() < until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

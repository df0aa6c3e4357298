package dev.contract.consumer.journal;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Facts;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The latest exchanges of a stub, oldest first.
 *
 * <pre>{@code
 * Answers paid = payments.uponReceiving("a payment").post("/payments").willRespondWith(202);
 * …
 * Exchange payment = payments.journal().of(paid).await(1, Duration.ofSeconds(5)).get(0);
 * assertThat(payment.request().json("$.amount")).isEqualTo(42);
 * payments.journal().inOrder("a login", "a payment");
 * }</pre>
 *
 * <p>It keeps as many as the stub's settings say, in number and in bytes, and counts the older ones. It may be read while requests come: what
 * is returned is how things stood at that moment. Thread-safe.
 */
public final class Journal implements Iterable<Exchange> {
    private static final int SHOWN = 10;

    private final JournalKeeper keeper;
    private final Subject subject;
    private final Supplier<List<String>> declared;

    /** @param declared the descriptions of what may answer requests; none where nobody knows them */
    Journal(JournalKeeper keeper, Subject subject, Supplier<List<String>> declared) {
        this.keeper = keeper;
        this.subject = subject;
        this.declared = declared;
    }

    /** What is kept. */
    public List<Exchange> all() {
        return keeper.list(subject);
    }

    @Override
    public Iterator<Exchange> iterator() {
        return all().iterator();
    }

    /**
     * Of these, what was answered by interactions of this description.
     *
     * @throws ContractException if no interaction has it
     */
    public Journal of(String description) {
        return narrower(described(description));
    }

    private Subject described(String description) {
        Subject described = Subject.described(description);
        List<String> known = declared.get();
        if (!known.isEmpty() && !known.contains(description) && keeper.count(described) == 0) {
            throw new ContractException(UnknownDescription.problem("CONTRACT-JOURNAL", description, known));
        }
        return described;
    }

    private Journal narrower(Subject other) {
        return new Journal(keeper, subject.and(other), declared);
    }

    /** Of these, what was answered by an interaction, as {@code willRespondWith(…)} returns it. */
    public Journal of(Declared interaction) {
        return narrower(Subject.of(interaction.interaction()));
    }

    /** How many requests came, also those that are {@linkplain #dropped() forgotten}, since the journal was cleared. */
    public long count() {
        return keeper.count(subject);
    }

    /** How many older ones were forgotten, because the journal keeps no more. */
    public long dropped() {
        return keeper.dropped(subject);
    }

    /**
     * The latest.
     *
     * @throws ContractException if there is none
     */
    public Exchange last() {
        List<Exchange> all = all();
        if (all.isEmpty()) {
            throw new ContractException(Problem.error("CONTRACT-JOURNAL", "there is no request " + subject)
                    .found("requests in the journal: "
                            + keeper.list(Subject.ALL).size())
                    .mend("ask when one has come: journal().await(1, Duration.ofSeconds(5))"));
        }
        return all.get(all.size() - 1);
    }

    /**
     * Waits until so many requests have come, those that had come before counted.
     *
     * @return all that are kept
     * @throws AssertionError that shows what came instead, if they do not come in this time
     */
    public List<Exchange> await(long count, Duration patience) {
        if (!keeper.await(subject, count, patience)) {
            throw new AssertionError(tooFew(count, patience));
        }
        return all();
    }

    private String tooFew(long count, Duration patience) {
        String wanted = count == 1 ? "a request " : count + " requests ";
        String sentence = "CONTRACT-AWAIT  " + wanted + subject + " did not come within " + shown(patience);
        return came(new Facts(sentence))
                .add("mend", "give it longer, or look at why the consumer does not send them")
                .toString();
    }

    /** {@code 1.5s}. */
    private static String shown(Duration patience) {
        return patience.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    /** What came in fact: the latest, whoever answered them. */
    private Facts came(Facts facts) {
        List<Exchange> all = keeper.list(Subject.ALL);
        long older = keeper.count(Subject.ALL) - Math.min(SHOWN, all.size());
        if (older > 0) {
            facts.add("came", older + " before these");
        }
        List<Exchange> latest = all.subList(Math.max(0, all.size() - SHOWN), all.size());
        String lines = latest.stream().map(Exchange::toString).collect(Collectors.joining("\n"));
        return facts.add(older > 0 ? "" : "came", lines.isEmpty() ? "nothing" : lines);
    }

    /**
     * Checks that requests came in an order, others between them or not.
     *
     * @param descriptions of the interactions that answered them
     * @throws AssertionError that shows in which order they came
     * @throws ContractException if no interaction has one of the descriptions
     */
    public void inOrder(String... descriptions) {
        List<Subject> wanted =
                new ArrayList<>(Arrays.stream(descriptions).map(this::described).toList());
        for (Exchange each : all()) {
            if (!wanted.isEmpty() && wanted.get(0).has(each)) {
                wanted.remove(0);
            }
        }
        if (!wanted.isEmpty()) {
            throw new AssertionError(notInOrder(descriptions, descriptions.length - wanted.size()));
        }
    }

    private String notInOrder(String[] descriptions, int found) {
        String after = found == 0 ? "" : ", none after " + Quoted.text(descriptions[found - 1]);
        Facts facts = new Facts("CONTRACT-ORDER  requests did not come in the order that was expected")
                .add("expected", Arrays.stream(descriptions).map(Quoted::text).collect(Collectors.joining(", then ")))
                .add("missing", Quoted.text(descriptions[found]) + after);
        return came(facts)
                .add("mend", "correct the order in which the consumer sends them, or the one that the test expects")
                .toString();
    }

    /** Forgets these exchanges, and begins to count anew. */
    public void clear() {
        keeper.clear(subject);
    }

    /**
     * Has each exchange told to somebody when its response is sent, or a fault happens in its place.
     *
     * @param listener is called by the threads that serve the stub, and must not wait; what it throws is logged
     * @return to be closed when no more is to be told
     */
    public Listening listen(Consumer<Exchange> listener) {
        return keeper.listen(each -> {
            if (subject.has(each)) {
                listener.accept(each);
            }
        });
    }

    /** The time for which a listener is told. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** A line for each exchange. */
    @Override
    public String toString() {
        return all().stream().map(Exchange::toString).collect(Collectors.joining("\n"));
    }
}

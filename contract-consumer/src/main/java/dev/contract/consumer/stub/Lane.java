package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.ActualBody;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Candidates of one route, by priority, then the most specific first; among equals, the first that was declared.
 *
 * <p>Where there are many, they are sieved when somebody asks; those declared later are tried one by one, until there are many of them, too.
 * Thread-safe.
 */
final class Lane {
    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::priority)
            .thenComparingInt(Candidate::specificity)
            .reversed();

    private volatile Content content = new Content(Sieve.EMPTY, List.of());

    /**
     * What is known at a moment.
     *
     * @param late those that were declared after the sieved ones, in their order
     */
    private record Content(Sieve sieve, List<Candidate> late) {
        Content with(Candidate added) {
            return new Content(sieve, ordered(Stream.concat(late.stream(), Stream.of(added))));
        }

        Content without(Candidate removed) {
            return late.contains(removed)
                    ? new Content(sieve, ordered(late.stream().filter(each -> each != removed)))
                    : new Content(Sieve.EMPTY, ordered(all().filter(each -> each != removed)));
        }

        private Stream<Candidate> all() {
            return Stream.concat(sieve.candidates().stream(), late.stream());
        }

        /** To sieve costs more than to try, so it is done again only for a fair share of new ones. */
        boolean isDue() {
            return late.size() > Sieve.FEW && late.size() > sieve.candidates().size() / 8;
        }

        Content sieved() {
            return new Content(Sieve.of(ordered(all())), List.of());
        }
    }

    /** Equals stay as they are. */
    private static List<Candidate> ordered(Stream<Candidate> candidates) {
        return candidates.sorted(ORDER).toList();
    }

    synchronized void add(Candidate candidate) {
        content = content.with(candidate);
    }

    synchronized void remove(Candidate candidate) {
        content = content.without(candidate);
    }

    /** The priority of the first; the lowest there is when there is none. */
    int highestPriority() {
        Content now = content;
        return Math.max(highest(now.sieve().candidates()), highest(now.late()));
    }

    private static int highest(List<Candidate> candidates) {
        return candidates.isEmpty() ? Integer.MIN_VALUE : candidates.get(0).priority();
    }

    /** The first that accepts a request; null when none does. */
    @Nullable
    Candidate find(HttpRequest request, ActualBody body) {
        Content now = sieved();
        Candidate found = now.sieve().first(request, body);
        for (Candidate late : now.late()) {
            if (found != null && ORDER.compare(found, late) <= 0) {
                return found;
            }
            if (late.accepts(request, body)) {
                return late;
            }
        }
        return found;
    }

    private Content sieved() {
        Content now = content;
        if (!now.isDue()) {
            return now;
        }
        Content sieved = now.sieved();
        replace(now, sieved);
        return sieved;
    }

    private synchronized void replace(Content known, Content sieved) {
        content = content.equals(known) ? sieved : content;
    }
}

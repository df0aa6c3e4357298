package dev.contract.consumer.stub;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.Pin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Candidates in the order in which they are tried, and a way past the most of them.
 *
 * <p>Where many are left, a request is looked at in the one place where their {@linkplain Pin pins} differ most. Those that demand there
 * what it has are left, and those to which the place means nothing; of each of the two in turn, if they are many. So the first that accepts
 * is found without asking those that cannot. Immutable and thread-safe.
 */
final class Sieve {
    /** So many are tried one after another faster than they are sieved. */
    static final int FEW = 16;

    static final Sieve EMPTY = of(List.of());

    /** Of very many, some show as well as all of them where they differ most. */
    private static final int LOOKED_AT = 256;

    private final List<Candidate> candidates;
    private final Mesh mesh;

    private Sieve(List<Candidate> candidates, Mesh mesh) {
        this.candidates = candidates;
        this.mesh = mesh;
    }

    /** A sieve of candidates in the order in which they are tried. */
    static Sieve of(List<Candidate> candidates) {
        int[] all = IntStream.range(0, candidates.size()).toArray();
        Mesh mesh = all.length <= FEW
                ? new Few(all)
                : mesh(all, candidates.stream().map(Sieve::pins).toList());
        return new Sieve(List.copyOf(candidates), mesh);
    }

    private static Map<Pin.Place, Integer> pins(Candidate candidate) {
        Map<Pin.Place, Integer> pins = new LinkedHashMap<>();
        candidate.pins().forEach(pin -> pins.put(pin.place(), pin.hash()));
        return pins;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    /** The first that accepts a request; null when none does. */
    @Nullable
    Candidate first(HttpRequest request, ActualBody body) {
        int none = candidates.size();
        int found = mesh.first(this, request, body, none);
        return found == none ? null : candidates.get(found);
    }

    /** Some of the candidates, by their positions. */
    private sealed interface Mesh {
        /** The first of these that accepts a request and stands before a position; that position when none does. */
        int first(Sieve sieve, HttpRequest request, ActualBody body, int end);
    }

    /** Those that nothing tells apart, or of which there are few. */
    private static final class Few implements Mesh {
        private final int[] positions;

        Few(int[] positions) {
            this.positions = positions;
        }

        @Override
        public int first(Sieve sieve, HttpRequest request, ActualBody body, int end) {
            for (int position : positions) {
                if (position >= end) {
                    return end;
                }
                if (sieve.candidates.get(position).accepts(request, body)) {
                    return position;
                }
            }
            return end;
        }
    }

    /**
     * Those that a place tells apart.
     *
     * @param pinned by what they demand there
     * @param others that demand nothing there
     * @param all where the place says nothing about a request
     */
    private record Split(Pin.Place place, Map<Integer, Mesh> pinned, Mesh others, Few all) implements Mesh {
        @Override
        public int first(Sieve sieve, HttpRequest request, ActualBody body, int end) {
            Integer hash = place.hash(request, body);
            if (hash == null) {
                return all.first(sieve, request, body, end);
            }
            Mesh likely = pinned.get(hash);
            int found = likely == null ? end : likely.first(sieve, request, body, end);
            return others.first(sieve, request, body, found);
        }
    }

    private static Mesh mesh(int[] positions, List<Map<Pin.Place, Integer>> pins) {
        Pin.Place best = positions.length <= FEW ? null : best(positions, pins);
        if (best == null) {
            return new Few(positions);
        }
        Map<Integer, List<Integer>> byHash = new HashMap<>();
        List<Integer> others = new ArrayList<>();
        for (int position : positions) {
            Integer hash = pins.get(position).get(best);
            (hash == null ? others : byHash.computeIfAbsent(hash, key -> new ArrayList<>())).add(position);
        }
        Map<Integer, Mesh> pinned = new HashMap<>();
        byHash.forEach((hash, some) -> pinned.put(hash, mesh(array(some), pins)));
        return new Split(best, pinned, mesh(array(others), pins), new Few(positions));
    }

    private static int[] array(List<Integer> positions) {
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The place that leaves the fewest, the first of several; null when none leaves considerably fewer than there are. */
    private static Pin.@Nullable Place best(int[] positions, List<Map<Pin.Place, Integer>> pins) {
        Map<Pin.Place, Spread> spreads = new LinkedHashMap<>();
        int step = 1 + positions.length / LOOKED_AT;
        int looked = 0;
        for (int i = 0; i < positions.length; i += step) {
            looked++;
            pins.get(positions[i]).forEach((place, hash) -> spreads.computeIfAbsent(place, key -> new Spread())
                    .add(hash));
        }
        Pin.Place best = null;
        double fewest = looked * 0.9;
        for (Map.Entry<Pin.Place, Spread> each : spreads.entrySet()) {
            double left = each.getValue().left(looked);
            if (left < fewest) {
                best = each.getKey();
                fewest = left;
            }
        }
        return best;
    }

    /** How many candidates demand which value in one place. */
    private static final class Spread {
        private final Map<Integer, int[]> counts = new HashMap<>();
        private int sum;

        void add(Integer hash) {
            counts.computeIfAbsent(hash, key -> new int[1])[0]++;
            sum++;
        }

        /** How many of all a request leaves that one of these is meant for. */
        double left(int all) {
            double squares = 0;
            for (int[] count : counts.values()) {
                squares += (double) count[0] * count[0];
            }
            return all - sum + squares / sum;
        }
    }
}

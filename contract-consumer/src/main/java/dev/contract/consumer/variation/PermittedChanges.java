package dev.contract.consumer.variation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** All that may be otherwise in an answer, one place at a time. */
final class PermittedChanges {
    private static final int MOST_CHECKS = 10_000;
    private static final int FEWEST_CHECKS = 200;

    /** Each check is an answer made and judged: a large one has fewer of them. */
    private static final int MOST_BYTES = 64 << 20;

    private PermittedChanges() {}

    /**
     * The changes that the contract permits: first what tells most of each place, then the next of each.
     *
     * @param most of one place; where there are more, chance decides between the less telling ones
     */
    static List<Change> of(Subject subject, int most, RandomGenerator random) {
        List<List<Change>> places = new ArrayList<>(HeadProposals.of(subject, random));
        places.addAll(BodyProposals.of(subject, random));
        places.forEach(place -> shuffleEnd(place, most / 2, random));
        int checks = checks(subject);
        int[] found = new int[places.size()];
        List<Change> permitted = new ArrayList<>();
        int longest = places.stream().mapToInt(List::size).max().orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (int i = 0; i < found.length && checks > 0; i++) {
                if (rank < places.get(i).size() && found[i] < most) {
                    Change change = places.get(i).get(rank);
                    checks--;
                    if (subject.permits(List.of(change))) {
                        permitted.add(change);
                        found[i]++;
                    }
                }
            }
        }
        return permitted;
    }

    private static void shuffleEnd(List<Change> place, int kept, RandomGenerator random) {
        if (kept < place.size()) {
            Collections.shuffle(place.subList(kept, place.size()), new Random(random.nextLong()));
        }
    }

    private static int checks(Subject subject) {
        int length = subject.whole().response().body().bytes().length;
        return Math.max(FEWEST_CHECKS, Math.min(MOST_CHECKS, MOST_BYTES / Math.max(1, length)));
    }
}

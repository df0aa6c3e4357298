package dev.contract.broker.domain.remedy;

import dev.contract.broker.domain.remedy.Action.Cases;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Actions that lead to a yes together; of several that achieve the same there is one. */
record Way(List<Action> actions) {
    static final Way NOTHING = new Way(List.of());

    /** The fewest actions; of equally many those that are less work. */
    static final Comparator<Way> SHORTEST = Comparator.<Way>comparingInt(way -> way.actions.size())
            .thenComparingInt(way -> way.actions.stream()
                    .mapToInt(action -> action.fold(Kind.OF).effort)
                    .sum());

    Way {
        Map<Object, Action> distinct = new LinkedHashMap<>();
        actions.forEach(action -> distinct.putIfAbsent(action.achieves(), action));
        actions = List.copyOf(distinct.values());
    }

    static Way of(Action... actions) {
        return new Way(List.of(actions));
    }

    static Way all(List<Way> ways) {
        return new Way(ways.stream().flatMap(way -> way.actions.stream()).toList());
    }

    Way and(Way other) {
        return new Way(Stream.concat(actions.stream(), other.actions.stream()).toList());
    }

    boolean isEmpty() {
        return actions.isEmpty();
    }

    int size() {
        return actions.size();
    }

    boolean verifiesWith(Candidate version) {
        return actions.stream()
                .anyMatch(action -> action instanceof Action.Verify verify
                        && verify.provider().equals(version));
    }

    boolean mends() {
        return actions.stream().anyMatch(action -> action instanceof Action.Mend || action instanceof Action.Describe);
    }

    /** In the order in which they are done. */
    List<Action> sorted() {
        return actions.stream()
                .sorted(Comparator.comparing(action -> action.fold(Kind.OF)))
                .toList();
    }

    /** The kinds in their order, and how unwelcome they are beside others. */
    private enum Kind {
        PUBLISH(0),
        VERIFY(0),
        MEND(3),
        DESCRIBE(3),
        NAME_MAIN_BRANCH(1),
        PUT_ON_BRANCH(1),
        TAG(1),
        DEPLOY(1);

        private static final Cases<Kind> OF = new Cases<>() {
            @Override
            public Kind publish(Action.Publish action) {
                return PUBLISH;
            }

            @Override
            public Kind verify(Action.Verify action) {
                return VERIFY;
            }

            @Override
            public Kind mend(Action.Mend action) {
                return MEND;
            }

            @Override
            public Kind describe(Action.Describe action) {
                return DESCRIBE;
            }

            @Override
            public Kind nameMainBranch(Action.NameMainBranch action) {
                return NAME_MAIN_BRANCH;
            }

            @Override
            public Kind putOnBranch(Action.PutOnBranch action) {
                return PUT_ON_BRANCH;
            }

            @Override
            public Kind tag(Action.Tag action) {
                return TAG;
            }

            @Override
            public Kind deploy(Action.Deploy action) {
                return DEPLOY;
            }
        };

        private final int effort;

        Kind(int effort) {
            this.effort = effort;
        }
    }
}

package dev.contract.broker.domain;

import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.Verdict;
import dev.contract.broker.domain.publishing.Arrivals;
import dev.contract.broker.domain.publishing.Policies;
import dev.contract.broker.domain.remedy.Action;
import dev.contract.broker.domain.remedy.Candidate;
import dev.contract.broker.store.SqlStore;
import dev.contract.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small worlds of three applications in one store; what is tried in them is taken back. */
public final class RandomBroker {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<String> NAMES = List.of("apple", "berry", "cherry");
    private static final List<String> NUMBERS = List.of("1", "2", "3");

    private final SqlStore store;

    public RandomBroker(Path file) {
        this.store = SqlStore.open(file);
    }

    public void close() {
        store.close();
    }

    public static VersionNumber number(String text) {
        return new VersionNumber(text);
    }

    /**
     * One of these worlds.
     *
     * @param verified which share of the results that could be there is; half of what is left of them fails
     */
    public World fill(long seed, double verified) {
        return store.write(kept -> {
            Random random = new Random(seed);
            World world = new World(store, environment(kept), parties(kept, seed));
            NAMES.forEach(name -> NUMBERS.forEach(
                    number -> world.arrivals(kept).version(world.party(name).name(), number(number))));
            publish(world, kept, random);
            verify(world, kept, random, verified);
            bring(world, kept, random);
            return world;
        });
    }

    private static Environment environment(Transaction kept) {
        return kept.environments().find(new EnvironmentName("production")).orElseThrow();
    }

    private static Map<String, Party> parties(Transaction kept, long seed) {
        return NAMES.stream().collect(Collectors.toMap(name -> name, name -> kept.pacticipants()
                .ensure(new PacticipantName(name + "-" + seed), NOW)
                .value()
                .party()));
    }

    private static void publish(World world, Transaction kept, Random random) {
        for (String consumer : NAMES) {
            for (String provider : NAMES) {
                boolean integrated = random.nextInt(3) > 0;
                for (Version version : world.versions(kept, consumer)) {
                    if (integrated && random.nextInt(4) > 0) {
                        String sha = String.format("%040x", random.nextInt(2));
                        PactContent content = new PactContent(new ContentSha(sha), JsonObject.EMPTY, 1, 0);
                        kept.pacts().publish(version, world.party(provider), content, NOW);
                        kept.pacticipants().integrate(version.owner(), world.party(provider), NOW);
                    }
                }
            }
        }
    }

    private static void verify(World world, Transaction kept, Random random, double verified) {
        for (Pact pact : world.allPacts(kept).toList()) {
            for (Version version : world.versions(kept, bare(pact.provider()))) {
                if (random.nextDouble() < verified) {
                    add(kept, pact, version, random.nextDouble() < (1 + verified) / 2);
                }
            }
        }
    }

    private static void bring(World world, Transaction kept, Random random) {
        for (String name : NAMES) {
            List<Version> versions = world.versions(kept, name);
            for (String instance : List.of("", "one")) {
                if (random.nextBoolean()) {
                    world.arrivals(kept)
                            .deploy(any(versions, random), world.environment, instance.isEmpty() ? null : instance);
                }
            }
            if (random.nextInt(4) == 0) {
                kept.deployments().release(name + world.hashCode(), any(versions, random), world.environment, NOW);
            }
            if (random.nextBoolean()) {
                kept.tags().add(any(versions, random), new TagName("rc"), NOW);
            }
            if (random.nextBoolean()) {
                String branch = random.nextBoolean() ? "main" : "trunk";
                world.arrivals(kept).branch(any(versions, random), new BranchName(branch));
            }
        }
    }

    private static Version any(List<Version> versions, Random random) {
        return versions.get(random.nextInt(versions.size()));
    }

    private static String bare(Party party) {
        return party.name().value().replaceAll("-.*", "");
    }

    private static void add(Transaction kept, Pact pact, Version provider, boolean success) {
        kept.verifications()
                .add(
                        new Verifications.Arriving(
                                pact.contentId(), provider, success, null, false, null, VerificationDetails.NONE),
                        NOW);
    }

    /** Three applications of three versions each. */
    public record World(SqlStore store, Environment environment, Map<String, Party> parties) {

        public Party party(String name) {
            return parties.get(name);
        }

        public Arrivals arrivals(Transaction kept) {
            return new Arrivals(kept, Policies.DEFAULT, NOW.plusSeconds(60));
        }

        public List<Version> versions(Transaction kept, String name) {
            return kept.versions().all(party(name), Slice.ALL);
        }

        Stream<Pact> allPacts(Transaction kept) {
            return NAMES.stream()
                    .flatMap(name -> versions(kept, name).stream())
                    .flatMap(version -> kept.pacts().of(version).stream());
        }

        /** One of each content in which the application that is asked about has a part. */
        public List<Pact> pacts(Transaction kept) {
            return allPacts(kept)
                    .filter(pact -> pact.consumer().owner().equals(party("apple"))
                            || pact.provider().equals(party("apple")))
                    .collect(Collectors.toMap(Pact::contentId, pact -> pact, (one, other) -> one))
                    .values()
                    .stream()
                    .toList();
        }

        public <R> R look(Function<Transaction, R> work) {
            return store.read(work);
        }

        public Verdict.Answer answerAfter(List<Action> actions, MatrixQuestion question) {
            return tried(kept -> {
                actions.forEach(action -> action.fold(new Doing(kept, arrivals(kept))));
                return Matrix.answer(question, kept).verdict().answer();
            });
        }

        /** What comes of changes that are taken back. */
        public <R> R tried(Function<Transaction, R> work) {
            List<R> found = new ArrayList<>();
            try {
                return store.write(kept -> {
                    found.add(work.apply(kept));
                    throw new TakenBack();
                });
            } catch (TakenBack e) {
                return found.get(0);
            }
        }
    }

    /** Ends a transaction. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TakenBack() {
            super(null, null, false, false);
        }
    }

    /** Does what actions say. */
    private record Doing(Transaction kept, Arrivals arrivals) implements Action.Cases<Version> {

        private Version version(Candidate candidate) {
            VersionNumber number = candidate.number();
            return arrivals.version(candidate.owner().name(), number == null ? number("next") : number)
                    .value();
        }

        @Override
        public Version publish(Action.Publish action) {
            return version(action.version());
        }

        @Override
        public Version verify(Action.Verify action) {
            Version provider = version(action.provider());
            add(kept, action.pact(), provider, true);
            return provider;
        }

        @Override
        public Version mend(Action.Mend action) {
            add(kept, action.pact(), action.provider(), true);
            return action.provider();
        }

        @Override
        public Version describe(Action.Describe action) {
            throw new IllegalStateException("nobody says anything of itself here: " + action);
        }

        @Override
        public Version nameMainBranch(Action.NameMainBranch action) {
            var application = kept.pacticipants().find(action.owner().name()).orElseThrow();
            kept.pacticipants().update(action.owner(), application.details().withMainBranch(action.branch()), NOW);
            return kept.branches().head(action.owner(), action.branch()).orElseThrow();
        }

        @Override
        public Version putOnBranch(Action.PutOnBranch action) {
            Version version = version(action.version());
            arrivals.branch(version, action.branch());
            return version;
        }

        @Override
        public Version tag(Action.Tag action) {
            Version version = version(action.version());
            kept.tags().add(version, action.tag(), NOW);
            return version;
        }

        @Override
        public Version deploy(Action.Deploy action) {
            Version version = version(action.version());
            arrivals.deploy(version, action.environment(), action.instance());
            return version;
        }
    }
}

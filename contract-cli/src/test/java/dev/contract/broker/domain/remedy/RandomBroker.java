package dev.contract.broker.domain.remedy;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.Verifications;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.Verdict;
import dev.contract.broker.domain.publishing.Arrivals;
import dev.contract.broker.domain.publishing.Policies;
import dev.contract.broker.store.SqlStore;
import dev.contract.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small worlds of three applications in one store; what is tried in them is taken back. */
final class RandomBroker {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<String> NAMES = List.of("apple", "berry", "cherry");
    private static final List<String> NUMBERS = List.of("1", "2", "3");

    private final SqlStore store;

    RandomBroker(Path file) {
        this.store = SqlStore.open(file);
    }

    void close() {
        store.close();
    }

    static VersionNumber number(String text) {
        return new VersionNumber(text);
    }

    World fill(long seed) {
        return store.write(kept -> {
            Random random = new Random(seed);
            World world = new World(store, environment(kept), parties(kept, seed));
            NAMES.forEach(name -> NUMBERS.forEach(
                    number -> world.arrivals(kept).version(world.party(name).name(), number(number))));
            publish(world, kept, random);
            verify(world, kept, random);
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

    private static void verify(World world, Transaction kept, Random random) {
        for (Pact pact : world.allPacts(kept).toList()) {
            for (Version version : world.versions(kept, bare(pact.provider()))) {
                if (random.nextInt(3) == 0) {
                    add(kept, pact, version, random.nextInt(3) > 0);
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
    record World(SqlStore store, Environment environment, Map<String, Party> parties) {

        Party party(String name) {
            return parties.get(name);
        }

        Arrivals arrivals(Transaction kept) {
            return new Arrivals(kept, Policies.DEFAULT, NOW.plusSeconds(60));
        }

        List<Version> versions(Transaction kept, String name) {
            return kept.versions().all(party(name), Slice.ALL);
        }

        Stream<Pact> allPacts(Transaction kept) {
            return NAMES.stream()
                    .flatMap(name -> versions(kept, name).stream())
                    .flatMap(version -> kept.pacts().of(version).stream());
        }

        /** One of each content in which the application that is asked about has a part. */
        List<Pact> pacts(Transaction kept) {
            return allPacts(kept)
                    .filter(pact -> pact.consumer().owner().equals(party("apple"))
                            || pact.provider().equals(party("apple")))
                    .collect(Collectors.toMap(Pact::contentId, pact -> pact, (one, other) -> one))
                    .values()
                    .stream()
                    .toList();
        }

        <R> R look(Function<Transaction, R> work) {
            return store.read(work);
        }

        Verdict.Answer answerAfter(List<Action> actions, MatrixQuestion question) {
            try {
                return store.write(kept -> {
                    actions.forEach(action -> action.fold(new Doing(kept, arrivals(kept))));
                    throw new TakenBack(Matrix.answer(question, kept).verdict().answer());
                });
            } catch (TakenBack e) {
                return e.answer;
            }
        }
    }

    /** Ends a transaction, with what was found in it. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Verdict.Answer answer;

        private TakenBack(Verdict.Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
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

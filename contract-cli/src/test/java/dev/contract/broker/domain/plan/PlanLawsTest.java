package dev.contract.broker.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.CountedTransaction;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.RandomBroker;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Evidence;
import dev.contract.broker.domain.matrix.LatestBy;
import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Selector;
import dev.contract.broker.domain.matrix.Strictness;
import dev.contract.broker.domain.matrix.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On random brokers: the order that is found is one, and where none is found there is none. */
class PlanLawsTest {
    private static final int BROKERS = Integer.getInteger("law.cases", 24);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void an_order_is_found_exactly_where_one_of_all_orders_can_be_deployed(Strictness strictness) {
        int possible = 0;
        RandomBroker broker = new RandomBroker(directory.resolve("broker.db"));
        try {
            for (long seed = 1; seed <= BROKERS; seed++) {
                RandomBroker.World world = broker.fill(seed, 0.95);
                List<Version> wanted = wanted(world, seed);
                Plan plan = world.look(kept -> Planning.plan(
                        wanted, world.environment(), List.of(), new Evidence(kept, true), strictness, kept));

                assertThat(plan.isPossible())
                        .as("seed %s: %s", seed, plan)
                        .isEqualTo(orders(wanted).anyMatch(order -> canBeDeployed(world, order, strictness)));
                if (plan.isPossible()) {
                    List<Version> order =
                            plan.steps().stream().map(Plan.Step::version).toList();
                    assertThat(order).containsExactlyInAnyOrderElementsOf(wanted);
                    assertThat(canBeDeployed(world, order, strictness))
                            .as("seed %s: %s", seed, plan)
                            .isTrue();
                    possible++;
                }
            }
        } finally {
            broker.close();
        }
        assertThat(possible).isBetween(1, BROKERS - 1);
    }

    /** The newest versions of two of the applications, or of all three. */
    private static List<Version> wanted(RandomBroker.World world, long seed) {
        return world.look(kept -> Stream.of("apple", "berry", "cherry")
                .limit(2 + seed % 2)
                .map(name -> world.versions(kept, name).get(0))
                .toList());
    }

    private static Stream<List<Version>> orders(List<Version> versions) {
        if (versions.isEmpty()) {
            return Stream.of(List.of());
        }
        return versions.stream().flatMap(first -> {
            List<Version> rest = new ArrayList<>(versions);
            rest.remove(first);
            return orders(rest).map(order -> {
                List<Version> all = new ArrayList<>(List.of(first));
                all.addAll(order);
                return all;
            });
        });
    }

    private static boolean canBeDeployed(RandomBroker.World world, List<Version> order, Strictness strictness) {
        return world.tried(kept -> order.stream().allMatch(version -> {
            Verdict.Answer answer = Matrix.answer(question(world, version, strictness), kept)
                    .verdict()
                    .answer();
            world.arrivals(kept).deploy(version, world.environment(), null);
            return answer == Verdict.Answer.YES;
        }));
    }

    private static MatrixQuestion question(RandomBroker.World world, Version version, Strictness strictness) {
        return MatrixQuestion.canIDeploy(
                new Selector(version.owner().name(), new Pick.Exact(version.number())),
                new Pick.In(world.environment()),
                LatestBy.CONSUMER_VERSION_PROVIDER_VERSION,
                strictness);
    }

    @Test
    void applications_that_have_nothing_to_do_with_each_other_are_not_asked_about_in_pairs() {
        RandomBroker broker = new RandomBroker(directory.resolve("broker.db"));
        try {
            RandomBroker.World world = broker.fill(1, 1);
            List<Version> strangers = world.store().write(kept -> IntStream.range(0, 100)
                    .mapToObj(each -> kept.pacticipants()
                            .ensure(new PacticipantName("stranger-" + each), Instant.EPOCH)
                            .value()
                            .party())
                    .map(each -> kept.versions()
                            .ensure(each, RandomBroker.number("1"), Instant.EPOCH)
                            .value())
                    .toList());
            Plan plan = world.look(kept -> {
                Transaction counted = new CountedTransaction(kept, 10 * strangers.size()).transaction();
                return Planning.plan(
                        strangers,
                        world.environment(),
                        List.of(),
                        new Evidence(counted, true),
                        Strictness.STRICT,
                        counted);
            });

            assertThat(plan.steps()).hasSameSizeAs(strangers);
        } finally {
            broker.close();
        }
    }
}

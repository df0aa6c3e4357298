package dev.contract.broker.domain.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.RandomBroker;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.LatestBy;
import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixAnswer;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Selector;
import dev.contract.broker.domain.matrix.Strictness;
import dev.contract.broker.domain.matrix.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On random brokers: whoever does what is told gets a yes, and nothing shorter gets one. */
class RemedyLawsTest {
    private static final int LONGEST_TRIED = 2;

    @TempDir
    private static Path directory;

    private static RandomBroker broker;

    @BeforeAll
    static void open() {
        broker = new RandomBroker(directory.resolve("broker.db"));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    static LongStream seeds() {
        return LongStream.range(1, 1 + Integer.getInteger("law.cases", 24));
    }

    /** The question, which every kind of target is the answer to in turn. */
    private static MatrixQuestion question(RandomBroker.World world, long seed) {
        Pick target =
                switch ((int) (seed % 4)) {
                    case 0 -> new Pick.Tagged(new TagName("rc"), true);
                    case 1 -> new Pick.OnMainBranch(true);
                    default -> new Pick.In(world.environment());
                };
        Strictness strictness = seed % 8 == 3 ? Strictness.COMPAT : Strictness.STRICT;
        String number = seed % 7 == 0 ? "9" : "2";
        return MatrixQuestion.canIDeploy(
                new Selector(world.party("apple").name(), new Pick.Exact(RandomBroker.number(number))),
                target,
                LatestBy.CONSUMER_VERSION_PROVIDER_VERSION,
                strictness);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_actions_make_a_yes_and_no_shorter_ones_do(long seed) {
        RandomBroker.World world = broker.fill(seed, 1 / 3.0);
        MatrixQuestion question = question(world, seed);
        List<Action> actions = world.look(kept -> {
            MatrixAnswer answer = Matrix.answer(question, kept);
            List<Action> remedy = Remedy.of(question, answer, kept);
            assertThat(remedy.isEmpty())
                    .as("seed %s: %s", seed, answer.verdict())
                    .isEqualTo(answer.verdict().answer() == Verdict.Answer.YES);
            return remedy;
        });

        assertThat(world.answerAfter(actions, question))
                .as("seed %s: %s of %s, %s", seed, question.target(), question.named(), actions)
                .isEqualTo(Verdict.Answer.YES);
        if (question.strictness() == Strictness.STRICT) {
            shorter(universe(world, question), Math.min(LONGEST_TRIED, actions.size() - 1))
                    .forEach(other -> assertThat(world.answerAfter(other, question))
                            .as("seed %s: %s, where %s was told", seed, other, actions)
                            .isNotEqualTo(Verdict.Answer.YES));
        }
    }

    /** Everything that could be done: every result that could be there, and every version that could come to the target. */
    private static List<Action> universe(RandomBroker.World world, MatrixQuestion question) {
        return world.look(kept -> {
            List<Action> all = new ArrayList<>();
            for (Pact pact : world.pacts(kept)) {
                candidates(world, kept, pact.provider().name().value())
                        .forEach(version -> all.add(new Action.Verify(pact, version)));
            }
            Stream.of("berry", "cherry")
                    .flatMap(name -> candidates(world, kept, name))
                    .forEach(version -> {
                        if (question.target() instanceof Pick.In in) {
                            Stream.of("", "one", "two")
                                    .forEach(instance -> all.add(new Action.Deploy(
                                            version, in.environment(), instance.isEmpty() ? null : instance, null)));
                        } else {
                            Arrival.by(question.target(), version, kept).forEach(way -> all.addAll(way.actions()));
                        }
                    });
            all.add(new Action.Publish(Candidate.wanted(
                    world.party("apple"), ((Pick.Exact) question.named().get(0).pick()).number())));
            return all.stream().distinct().toList();
        });
    }

    private static Stream<Candidate> candidates(RandomBroker.World world, Transaction kept, String name) {
        if (name.startsWith("apple")) {
            return Stream.of("2", "9").map(number -> kept.versions()
                    .find(world.party("apple"), RandomBroker.number(number))
                    .map(Candidate::of)
                    .orElse(Candidate.wanted(world.party("apple"), RandomBroker.number(number))));
        }
        String bare = name.replaceAll("-.*", "");
        List<Version> versions = world.versions(kept, bare);
        return Stream.concat(versions.stream().map(Candidate::of), Stream.of(Candidate.next(world.party(bare))));
    }

    private static Stream<List<Action>> shorter(List<Action> all, int most) {
        if (most < 1) {
            return most < 0 ? Stream.empty() : Stream.of(List.of());
        }
        Stream<List<Action>> pairs = most < 2
                ? Stream.empty()
                : all.stream().flatMap(one -> all.stream()
                        .filter(other -> all.indexOf(other) > all.indexOf(one))
                        .map(other -> List.of(one, other)));
        return Stream.concat(all.stream().map(List::of), pairs);
    }
}

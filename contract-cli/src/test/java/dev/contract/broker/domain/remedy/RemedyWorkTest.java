package dev.contract.broker.domain.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.domain.CountedTransaction;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.matrix.LatestBy;
import dev.contract.broker.domain.matrix.Matrix;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Selector;
import dev.contract.broker.domain.matrix.Strictness;
import dev.contract.broker.store.SqlStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many selectors choose nothing, finding a remedy is so much work. */
class RemedyWorkTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final PacticipantName WEB = new PacticipantName("web");
    private static final int MOST_QUESTIONS = 128;

    private SqlStore store;

    @BeforeEach
    void open(@TempDir Path directory) {
        store = SqlStore.open(directory.resolve("broker.db"));
        store.write(kept -> {
            Party web = kept.pacticipants().ensure(WEB, NOW).value().party();
            for (int number = 1; number <= 9; number++) {
                kept.versions().ensure(web, new VersionNumber(String.valueOf(number)), NOW);
            }
            return web;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static MatrixQuestion question(int tags) {
        List<Selector> named = IntStream.rangeClosed(1, tags)
                .mapToObj(tag -> new Selector(WEB, new Pick.Tagged(new TagName("tag-" + tag), true)))
                .toList();
        return new MatrixQuestion(
                named,
                null,
                List.of(),
                LatestBy.CONSUMER_VERSION_PROVIDER,
                EnumSet.allOf(MatrixRow.State.class),
                Strictness.STRICT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 12, MOST_QUESTIONS})
    void each_place_is_filled_with_no_more_work_than_so_many_questions(int places) {
        int callsOfQuestion = store.read(kept -> {
            CountedTransaction counted = new CountedTransaction(kept, Integer.MAX_VALUE);
            Matrix.answer(question(places), counted.transaction());
            return counted.calls();
        });

        List<Action> actions = store.read(kept -> {
            // Of each that is tried, what is asked for besides is less than the answer itself.
            CountedTransaction counted = new CountedTransaction(kept, 2 * MOST_QUESTIONS * (callsOfQuestion + 10));
            return Remedy.of(
                    question(places), Matrix.answer(question(places), counted.transaction()), counted.transaction());
        });

        assertThat(actions).hasSize(places).allMatch(Action.Tag.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(ints = {MOST_QUESTIONS + 1, 200})
    void of_more_places_than_questions_nothing_is_said(int places) {
        List<Action> actions =
                store.read(kept -> Remedy.of(question(places), Matrix.answer(question(places), kept), kept));

        assertThat(actions).isEmpty();
    }
}

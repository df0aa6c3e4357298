package dev.contract.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.body.Body;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.law.Law;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.SpecVersion;
import dev.contract.lint.Lint;
import dev.contract.lint.LintFinding.Severity;
import dev.contract.lint.LintResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What samples say comes back from the contract that was drafted of them. */
class DraftingLawTest {
    private static final int SCHEMAS = 200;
    private static final int SAMPLES = 50;
    private static final int CONTRACTS = 40;

    private static Sample answered(JsonValue document) {
        return answered(document, "/things/7");
    }

    private static Sample answered(JsonValue document, String path) {
        HttpResponse response = HttpResponse.of(200)
                .withHeader("Content-Type", "application/json")
                .withBody(Body.text(document.toJson(), null));
        return new Sample(HttpRequest.of("GET", path), response);
    }

    private static Sample asked(JsonValue document) {
        return asked(document, "/things");
    }

    private static Sample asked(JsonValue document, String path) {
        HttpRequest request = HttpRequest.of("POST", path)
                .withHeader("Content-Type", "application/json")
                .withBody(Body.text(document.toJson(), null));
        return new Sample(request, HttpResponse.of(204));
    }

    private static Contract drafted(List<Sample> samples) {
        Draft draft = Drafting.contract("web", "things", samples, DraftSettings.DEFAULT);
        assertThat(draft.problems()).isEmpty();
        return ContractReader.readOrThrow("draft.json", ContractWriter.write(draft.contract()));
    }

    private static List<JsonValue> documents(RandomGenerator random, int count) {
        RandomSchema schema = RandomSchema.of(random);
        return Stream.generate(() -> schema.document(random)).limit(count).toList();
    }

    @Test
    void fifty_samples_recover_the_schema_that_made_them() {
        Score kinds = new Score();
        Score optional = new Score();
        Score nullable = new Score();
        for (int seed = 0; seed < SCHEMAS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            RandomSchema schema = RandomSchema.of(random);
            List<Sample> samples = Stream.generate(() -> answered(schema.document(random)))
                    .limit(SAMPLES)
                    .toList();
            Map<String, String> wantedKinds = new HashMap<>();
            Set<String> wantedOptional = new HashSet<>();
            Set<String> wantedNullable = new HashSet<>();
            schema.describe("$", wantedKinds, wantedOptional, wantedNullable);
            HttpInteraction interaction =
                    (HttpInteraction) drafted(samples).interactions().get(0);
            RecoveredSchema recovered = new RecoveredSchema(interaction.response());
            kinds.add(pairs(wantedKinds), pairs(recovered.kinds));
            optional.add(wantedOptional, recovered.optional);
            nullable.add(wantedNullable, recovered.nullable);
        }
        assertThat(kinds.f1()).as("fields with their kinds: " + kinds).isGreaterThan(0.99);
        assertThat(optional.f1()).as("optional fields: " + optional).isGreaterThan(0.99);
        assertThat(nullable.f1()).as("what may be null: " + nullable).isGreaterThan(0.99);
    }

    private static Set<String> pairs(Map<String, String> kinds) {
        return kinds.entrySet().stream()
                .map(each -> each.getKey() + " is " + each.getValue().replace("date_time_seconds", "datetime"))
                .collect(Collectors.toSet());
    }

    /** Precision and recall in one figure. */
    private static final class Score {
        private int right;
        private int wrong;
        private int missed;

        void add(Set<String> wanted, Set<String> found) {
            right += (int) found.stream().filter(wanted::contains).count();
            wrong += (int) found.stream().filter(each -> !wanted.contains(each)).count();
            missed +=
                    (int) wanted.stream().filter(each -> !found.contains(each)).count();
        }

        double f1() {
            return 2.0 * right / (2.0 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return String.format("%.4f (%d right, %d wrong, %d missed)", f1(), right, wrong, missed);
        }
    }

    @Test
    void a_contract_accepts_every_answer_that_it_was_drafted_of() {
        Law.holdsFor(random -> documents(random, 1 + random.nextInt(20)), documents -> {
            List<Sample> samples =
                    documents.stream().map(DraftingLawTest::answered).toList();
            assertAccepts(drafted(samples), samples);
        });
    }

    @Test
    void a_contract_accepts_every_request_that_it_was_drafted_of() {
        Law.holdsFor(random -> documents(random, 1 + random.nextInt(20)), documents -> {
            List<Sample> samples =
                    documents.stream().map(DraftingLawTest::asked).toList();
            assertAccepts(drafted(samples), samples);
        });
    }

    private static void assertAccepts(Contract contract, List<Sample> samples) {
        for (Sample sample : samples) {
            assertThat(contract.interactions()).anyMatch(interaction -> accepts((HttpInteraction) interaction, sample));
        }
    }

    private static boolean accepts(HttpInteraction interaction, Sample sample) {
        return PlanCompiler.request(interaction.request(), SpecVersion.V4)
                        .match(sample.request())
                        .matches()
                && PlanCompiler.response(interaction.response(), SpecVersion.V4)
                        .match(sample.response())
                        .matches();
    }

    /** Several schemas in one contract: looking at a file costs more than looking at one more interaction. */
    @Test
    void lint_has_no_complaint_of_a_drafted_contract() {
        for (int seed = 0; seed < CONTRACTS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            List<Sample> samples = new ArrayList<>();
            for (String thing : List.of("orders", "users", "shops", "parcels")) {
                for (JsonValue document : documents(random, 1 + random.nextInt(20))) {
                    samples.add(answered(document, "/" + thing + "/7"));
                    samples.add(asked(document, "/" + thing));
                }
            }
            LintResult result = Lint.check("draft.json", ContractWriter.write(drafted(samples)));
            assertThat(result.findings()).as("seed " + seed).allMatch(finding -> finding.severity() == Severity.ADVICE);
        }
    }
}

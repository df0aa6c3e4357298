package dev.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void names_each_part_that_differs_once() {
        List<Mismatch> mismatches = Stream.of(
                        Kind.STATUS, Kind.HEADER, Kind.HEADER, Kind.BODY_CONTENT_TYPE, Kind.BODY, Kind.METADATA)
                .map(kind -> new Mismatch(kind, "", null, null, "it differs"))
                .toList();

        assertThat(new Outcome.Failed(mismatches, List.of()).errors())
                .containsExactly(
                        "Response status did not match",
                        "Headers had differences",
                        "Body had differences",
                        "Metadata had differences");
    }

    @Test
    void names_the_reason_why_there_was_nothing_to_judge() {
        assertThat(new Outcome.Errored("no response").errors()).containsExactly("no response");
        assertThat(new Outcome.Passed().errors()).isEmpty();
    }
}

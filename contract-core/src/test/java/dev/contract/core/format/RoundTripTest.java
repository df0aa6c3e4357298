package dev.contract.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.law.Law;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {

    @ParameterizedTest
    @EnumSource
    void what_is_written_reads_back_as_the_same_contract(SpecVersion version) {
        Law.holdsFor(random -> ContractKit.contract(random, version), contract -> assertThat(
                        comparable(read(ContractWriter.write(contract))))
                .isEqualTo(comparable(contract)));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_read_is_written_as_the_same_bytes(SpecVersion version) {
        Law.holdsFor(random -> text(ContractKit.contract(random, version)), text -> assertThat(
                        text(read(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(text));
    }

    @ParameterizedTest
    @EnumSource
    void the_order_of_interactions_in_the_model_does_not_count(SpecVersion version) {
        Law.holdsFor(random -> ContractKit.contract(random, version), contract -> {
            List<Interaction> shuffled = new ArrayList<>(contract.interactions());
            Collections.shuffle(shuffled, new Random(shuffled.size()));

            assertThat(text(contract.withInteractions(shuffled))).isEqualTo(text(contract));
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_version_can_be_lifted_into_the_newest(SpecVersion version) {
        Law.holdsFor(random -> ContractKit.contract(random, version).withVersion(SpecVersion.V4), contract -> {
            Contract lifted = read(ContractWriter.write(contract));

            assertThat(text(lifted)).isEqualTo(text(contract));
        });
    }

    private static Contract read(byte[] bytes) {
        return ContractReader.read("contract.json", bytes).contract().orElseThrow();
    }

    private static String text(Contract contract) {
        return new String(ContractWriter.write(contract), StandardCharsets.UTF_8);
    }

    /** Where an interaction stands in its file is no part of it. */
    private static Contract comparable(Contract contract) {
        return contract.withInteractions(InteractionOrder.sorted(contract.interactions()).stream()
                .map(each -> each.withAnnotations(each.annotations().withLocation(null)))
                .toList());
    }
}

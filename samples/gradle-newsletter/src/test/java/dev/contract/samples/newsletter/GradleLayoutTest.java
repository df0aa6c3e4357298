package dev.contract.samples.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.consumer.recording.ContractFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GradleLayoutTest {

    @Test
    void contracts_land_where_gradle_has_all_that_it_builds() {
        assertThat(ContractFolder.of(SalutationTest.class, "").directory())
                .isEqualTo(Path.of("build/contracts").toAbsolutePath());
    }
}

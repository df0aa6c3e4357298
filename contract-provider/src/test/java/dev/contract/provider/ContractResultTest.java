package dev.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.model.Contract;
import dev.contract.provider.source.LocatedContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractResultTest {

    @Test
    void a_name_cannot_forge_a_line_of_the_report() {
        Contract contract = Contract.of("shop\nok      shop", "users", List.of());

        assertThat(new ContractResult(LocatedContract.of(contract, "shop-users.json"), List.of(), 0).title())
                .isEqualTo("shop\uFFFDok      shop → users");
    }
}

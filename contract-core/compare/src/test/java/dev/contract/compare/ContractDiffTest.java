package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.contract.compare.Changes.Named;
import dev.contract.compare.inclusion.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractDiffTest {
    private static final List<Named> CHANGES = Changes.all();
    private static final Path GOLDEN = Path.of("src/test/resources/dev/contract/compare/changes.golden");

    @TestFactory
    Stream<DynamicTest> gives_the_verdict_that_people_give() {
        return CHANGES.stream().map(each -> dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(Named change) {
        ContractDiff diff = ContractDiff.of(change.before(), change.after());

        assertThat(diff.duty().name().toLowerCase(Locale.ROOT))
                .as(new DiffReport(diff).text())
                .isEqualTo(change.expected());
        assertThat(diff.interactions()).hasSize(1);
        assertThat(diff.interactions().get(0).differences())
                .filteredOn(each -> each.duty() == Duty.MORE && !each.side().equals("interaction"))
                .allSatisfy(each -> assertThat(each.witness()).isNotNull());
        assertThat(ContractDiff.of(change.after(), change.after()).duty()).isEqualTo(Duty.SAME);
    }

    @Test
    void tells_all_of_them_as_recorded() throws IOException {
        String told = CHANGES.stream()
                .map(each -> "## " + each.name() + "\n"
                        + new DiffReport(ContractDiff.of(each.before(), each.after())).text())
                .collect(Collectors.joining("\n\n", "", "\n"));
        if (System.getProperty("golden.update") != null) {
            Files.writeString(GOLDEN, told);
        }

        assertThat(told).as(GOLDEN + " (accept it with -Dgolden.update)").isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void is_no_part_of_another_comparison_whose_work_two_threads_could_not_share() {
        Named change = CHANGES.get(0);

        assertThatThrownBy(() -> Budget.within(1, () -> ContractDiff.of(change.before(), change.after())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("what is compared by several threads is not compared within another budget");
    }
}

package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdTest {
    @Test
    void few_are_told_by_name_each_with_what_it_does() {
        Crowd crowd = new Crowd().add(List.of("app", "zoo"), ": type", ": type").add(List.of("web"), "", "");

        assertThat(crowd).hasToString("app: type; web; zoo: type");
        assertThat(crowd.isNamed()).isTrue();
    }

    @Test
    void of_many_that_do_the_same_the_number_and_the_first_are_told() {
        Crowd crowd = new Crowd()
                .add(List.of("gnu"), " (2)", " with 2")
                .add(List.of("ant", "bee", "cat", "dog"), " (1)", " with 1");

        assertThat(crowd).hasToString("4 consumers (ant, bee, cat, …) with 1; gnu (2)");
        assertThat(crowd.isNamed()).isFalse();
    }

    @Test
    void of_many_that_all_do_something_else_the_first_are_told() {
        Crowd crowd = new Crowd();
        IntStream.range(10, 22).forEach(i -> crowd.add(List.of("c" + i), "", ""));

        assertThat(crowd).hasToString("c10, c11, c12, c13, c14, c15, c16, c17, c18, c19 and 2 more");
        assertThat(crowd.isNamed()).isFalse();
    }
}

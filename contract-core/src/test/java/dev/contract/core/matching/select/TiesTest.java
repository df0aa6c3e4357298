package dev.contract.core.matching.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TiesTest {

    private static List<String> among(String... expressions) {
        return Ties.among(List.of(expressions), expression -> false);
    }

    @Test
    void are_expressions_that_may_meet_and_are_equally_specific() {
        assertThat(among("$.a[*].x", "$.b", "$.*[0].x")).containsExactly("$.a[*].x", "$.*[0].x");
        assertThat(among("$['a'].b", "$.a['b']")).containsExactly("$['a'].b", "$.a['b']");
    }

    @Test
    void are_not_those_that_name_different_keys_or_of_which_one_is_more_specific() {
        assertThat(among("$.a", "$.b", "$.a[0]", "$.a[1]", "$.b[*]", "$.b.*")).isEmpty();
        assertThat(among("$.a.b", "$.*.b", "$.a.b.c")).isEmpty();
    }

    @Test
    void are_those_whose_rules_become_rules_of_other_paths() {
        assertThat(Ties.among(List.of("$.a", "$.b"), "$.a"::equals)).containsExactly("$.a");
    }

    @Test
    void are_all_where_too_many_are_equally_specific() {
        List<String> many =
                IntStream.range(1000, 1600).mapToObj(i -> "$.*.k" + i).toList();

        assertThat(Ties.among(many, expression -> false)).isEqualTo(many);
    }
}

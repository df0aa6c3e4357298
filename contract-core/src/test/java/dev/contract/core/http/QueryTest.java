package dev.contract.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.law.Law;
import dev.contract.core.law.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Nested
    class Reading {

        @Test
        void names_and_values_are_decoded_and_keep_their_order() {
            Query query = Query.parse("b=1&a%20b=%C3%A9+x&b=2");

            assertThat(query.names()).containsExactly("b", "a b");
            assertThat(query.values("b")).containsExactly("1", "2");
            assertThat(query.values("a b")).containsExactly("é x");
            assertThat(query.values("c")).isEmpty();
        }

        @Test
        void a_parameter_without_a_value_differs_from_one_with_an_empty_value() {
            assertThat(Query.parse("a").values("a")).containsExactly((String) null);
            assertThat(Query.parse("a=").values("a")).containsExactly("");
            assertThat(Query.parse("a")).isNotEqualTo(Query.parse("a="));
        }

        @Test
        void only_the_first_equals_sign_parts_name_and_value() {
            assertThat(Query.parse("a=b=c").values("a")).containsExactly("b=c");
        }

        @Test
        void empty_pieces_count_for_nothing() {
            assertThat(Query.parse("&&a=1&").toMap()).isEqualTo(Map.of("a", List.of("1")));
            assertThat(Query.parse("").isEmpty()).isTrue();
        }

        @Test
        void broken_escapes_are_shown_as_they_stand() {
            assertThat(Query.parse("a=%zz&b=100%").values("a")).containsExactly("%zz");
            assertThat(Query.parse("a=%zz&b=100%").values("b")).containsExactly("100%");
        }
    }

    @Nested
    class Writing {

        @Test
        void names_and_values_are_encoded() {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            parameters.put("a b", List.of("é&=+", ""));
            parameters.put("flag", Arrays.asList((String) null));

            assertThat(Query.of(parameters).encoded()).isEqualTo("a%20b=%C3%A9%26%3D%2B&a%20b=&flag");
        }

        @Test
        void what_was_read_is_written_as_it_stood() {
            assertThat(Query.parse("a=b+c&&ü").encoded()).isEqualTo("a=b+c&&ü");
        }

        @Test
        void what_is_written_reads_back_as_the_same_query() {
            Law.holdsFor(Writing::query, query -> assertThat(Query.parse(query.encoded()))
                    .isEqualTo(query));
        }

        private static Query query(RandomGenerator random) {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            Values.list(random, 4, Values::name)
                    .forEach(name -> parameters.put(
                            name, Arrays.asList(Values.text(random), Values.chance(random, 4) ? null : "x")));
            return Query.of(parameters);
        }
    }

    @Test
    void a_parameter_that_is_set_loses_the_values_it_had() {
        Query query = Query.parse("a=1&b=2&a=3").with("a", List.of("4"));

        assertThat(query.encoded()).isEqualTo("a=4&b=2");
    }
}

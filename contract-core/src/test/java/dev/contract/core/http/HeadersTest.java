package dev.contract.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.ContentType;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Nested
    class Names {

        @Test
        void names_compare_without_case_and_keep_their_first_spelling_and_order() {
            Headers headers = Headers.of("X-B", "1", "x-a", "2", "x-b", "3");

            assertThat(headers.names()).containsExactly("X-B", "x-a");
            assertThat(headers.values("X-b")).containsExactly("1", "3");
            assertThat(headers.first("X-A")).contains("2");
            assertThat(headers.has("x-c")).isFalse();
            assertThat(headers.values("x-c")).isEmpty();
        }

        @Test
        void headers_are_equal_whatever_the_case_and_order_of_names() {
            Headers one = Headers.of("A", "1", "B", "2");
            Headers other = Headers.of("b", "2", "a", "1");

            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
            assertThat(one).isNotEqualTo(Headers.of("A", "1", "B", "3"));
        }

        @Test
        void a_name_without_a_value_is_a_mistake() {
            assertThatThrownBy(() -> Headers.of("A", "1", "B"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the header B has no value");
        }
    }

    @Nested
    class Changes {

        @Test
        void a_field_that_is_set_loses_the_values_it_had() {
            Headers headers = Headers.of("A", "1", "B", "2", "A", "3");

            assertThat(headers.with("a", "4").values("A")).containsExactly("4");
            assertThat(headers.with("a", "4").names()).containsExactly("A", "B");
            assertThat(headers.with("C", "5").names()).containsExactly("A", "B", "C");
            assertThat(headers.without("a").names()).containsExactly("B");
        }

        @Test
        void a_field_may_have_no_value() {
            assertThat(Headers.builder().addAll("A", List.of()).build().names()).containsExactly("A");
        }
    }

    @Nested
    class Lines {

        @Test
        void lists_are_split_at_commas_outside_quotes() {
            assertThat(Headers.split("Accept", "text/html, a/b;q=\"1,2\" ,c/d"))
                    .containsExactly("text/html", "a/b;q=\"1,2\"", "c/d");
        }

        @Test
        void dates_cookies_and_custom_headers_are_one_value() {
            assertThat(Headers.split("Date", " Sat, 01 Jan 2000 00:00:00 GMT "))
                    .containsExactly("Sat, 01 Jan 2000 00:00:00 GMT");
            assertThat(Headers.split("set-cookie", "a=1, b=2")).containsExactly("a=1, b=2");
            assertThat(Headers.split("X-Json", "{\"a\":1,\"b\":2}")).containsExactly("{\"a\":1,\"b\":2}");
        }
    }

    @Test
    void the_content_type_is_that_of_the_first_value() {
        assertThat(Headers.of("content-type", "text/plain").contentType()).contains(ContentType.TEXT);
        assertThat(Headers.of("content-type", "nonsense").contentType()).isEmpty();
        assertThat(Headers.EMPTY.contentType()).isEmpty();
    }
}

package dev.contract.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Nested
    class Layout {

        @Test
        void a_problem_says_what_is_wrong_where_what_was_found_and_how_to_mend_it() {
            Problem problem = Problem.error("CONTRACT-STATE", "no handler for provider state \"user 42 exists\"")
                    .at("web-users.json:37:9, interaction \"get a user\"")
                    .found("handlers for \"no users\", \"user 41 exists\"")
                    .mend("add .state(\"user 42 exists\", …),\nor run with --missing-states=ignore");

            assertThat(problem).hasToString("""
                            CONTRACT-STATE  no handler for provider state "user 42 exists"
                              where  web-users.json:37:9, interaction "get a user"
                              found  handlers for "no users", "user 41 exists"
                              mend   add .state("user 42 exists", …),
                                     or run with --missing-states=ignore""");
        }

        @Test
        void what_is_not_known_is_left_out() {
            assertThat(Problem.warning("CONTRACT-FILE", "odd")).hasToString("CONTRACT-FILE  odd");
        }

        @Test
        void names_of_facts_are_padded_to_the_longest() {
            assertThat(new Facts("headline")
                            .add("expected", "1")
                            .add("but was", "2\n3")
                            .add("at", null)
                            .add("", "more"))
                    .hasToString("""
                            headline
                              expected  1
                              but was   2
                                        3
                                        more""");
        }
    }

    @Nested
    class Places {

        @Test
        void a_place_has_line_and_column_where_they_are_known() {
            assertThat(new Location("a.json", 3, 7)).hasToString("a.json:3:7");
            assertThat(Location.of("a.json")).hasToString("a.json");
        }
    }

    @Nested
    class Quotes {

        @Test
        void a_text_stands_in_quotes_on_one_line() {
            assertThat(Quoted.text("a\n\tb\u0001")).isEqualTo("\"a\\n\\tb\\u0001\"");
            assertThat(Quoted.text("")).isEqualTo("\"\"");
            assertThat(Quoted.text(null)).isEqualTo("<null>");
        }

        @Test
        void a_long_text_is_cut_but_no_character_is() {
            assertThat(Quoted.text("x".repeat(201))).isEqualTo("\"" + "x".repeat(200) + "… (201 characters)\"");
            assertThat(Quoted.text("x".repeat(199) + "😀y")).isEqualTo("\"" + "x".repeat(199) + "… (202 characters)\"");
        }
    }

    @Nested
    class Strangers {

        @Test
        void write_no_line_that_a_build_server_takes_for_a_command() {
            assertThat(Barred.text("a: :\n::error::x\n\t##vso[task.complete]\n# one"))
                    .isEqualTo("a: :\n| ::error::x\n| \t##vso[task.complete]\n# one");
        }
    }

    @Nested
    class Exceptions {

        @Test
        void an_exception_tells_all_its_problems() {
            ContractException exception =
                    new ContractException(List.of(Problem.error("A", "one"), Problem.error("B", "two")));

            assertThat(exception).hasMessage("A  one\nB  two");
            assertThat(exception.problems()).hasSize(2);
        }

        @Test
        void an_exception_survives_the_way_between_processes() throws Exception {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(new ContractException(Problem.error("A", "one")));

            ContractException copy = (ContractException)
                    new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

            assertThat(copy).hasMessage("A  one");
            assertThat(copy.problems()).isEmpty();
        }
    }
}

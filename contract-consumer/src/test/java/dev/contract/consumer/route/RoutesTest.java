package dev.contract.consumer.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.problem.ContractException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static final Routes ROUTES = Routes.parse("users.txt", """
            # of version 1.4.2

            GET /users/{id}
              POST /users
            GET /reports/{year}-{month}.csv
            GET /
            """);

    private static boolean serve(String asked) {
        String[] words = asked.split(" ", 2);
        return ROUTES.serve(words[0], words[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /users/7",
                "GET /users/a%20b",
                "HEAD /users/7",
                "POST /users",
                "GET /reports/2026-11.csv",
                "GET /"
            })
    void serve_what_one_of_them_takes(String asked) {
        assertThat(serve(asked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /user/7",
                "GET /users/",
                "GET /users/7/orders",
                "GET /users",
                "DELETE /users/7",
                "HEAD /users",
                "GET /reports/2026-11.json",
                "GET /reports/.csv"
            })
    void serve_nothing_else(String asked) {
        assertThat(serve(asked)).isFalse();
    }

    @Test
    void are_told_as_the_file_has_them() {
        assertThat(ROUTES.all())
                .containsExactly("GET /users/{id}", "POST /users", "GET /reports/{year}-{month}.csv", "GET /");
        assertThat(ROUTES.source()).isEqualTo("users.txt");
    }

    @Test
    void every_line_that_is_no_route_is_told() {
        assertThatThrownBy(() -> Routes.parse("users.txt", "GET /users\n/users\nget /users\n"))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        CONTRACT-ROUTE  this line is no route
                          where  users.txt:2:1
                          found  "/users"
                          mend   write it as GET /users/{id}, or have the file written by contract routes
                        CONTRACT-ROUTE  this line is no route
                          where  users.txt:3:1
                          found  "get /users"
                          mend   write it as GET /users/{id}, or have the file written by contract routes""");
    }
}

package dev.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LastLinesTest {

    @Test
    void what_went_wrong_is_not_buried_below_the_frames_of_its_stack() {
        List<String> output = Stream.of(
                        Stream.of("started", "java.lang.IllegalStateException: no table"),
                        IntStream.range(0, 40).mapToObj(i -> "\tat shop.Users.find(Users.java:" + i + ")"),
                        Stream.of(
                                "Caused by: java.sql.SQLException: no such table: users",
                                "\tat org.sqlite.DB.prepare(DB.java:257)",
                                "\t... 39 more",
                                "ended"))
                .flatMap(lines -> lines)
                .toList();

        assertThat(LastLines.of(output))
                .containsExactly(
                        "started",
                        "java.lang.IllegalStateException: no table",
                        "\tat shop.Users.find(Users.java:0)",
                        "    … 39 more frames",
                        "Caused by: java.sql.SQLException: no such table: users",
                        "\tat org.sqlite.DB.prepare(DB.java:257)",
                        "    … 1 more frame",
                        "ended");
    }

    @Test
    void of_many_lines_the_last_twenty_are_shown() {
        List<String> output = IntStream.range(0, 50).mapToObj(Integer::toString).toList();

        assertThat(LastLines.of(output)).hasSize(20).startsWith("30").endsWith("49");
    }
}

package dev.contract.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/users/{id},/users/7,{id=7}",
                "/users/{id},/users/a%20b,{id=a b}",
                "/users/{id},/users/a%2Fb,{id=a%2Fb}",
                "/users/{id},/users/,",
                "/users/{id},/users/7/,",
                "/users/{id},/users/7/orders,",
                "/us%65rs,/users,",
                "/users,/us%65rs,{}",
                "/{year}-{month}.csv,/2020-01.csv,\"{year=2020, month=01}\"",
                "/{year}-{month}.csv,/2020-01-02.csv,\"{year=2020, month=01-02}\"",
                "/{year}-{month}.csv,/2020-.csv,",
                "/{year}-{month}.csv,/2020.csv,",
                "/{a}{b},/xyz,\"{a=x, b=yz}\"",
                "/,/,{}",
            })
    void a_path_matches_by_its_segments(String template, String path, String values) {
        assertThat(PathTemplate.parse(template)
                        .match(path)
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(values);
    }

    @Test
    void literal_segments_come_before_those_with_parameters_from_the_left() {
        assertThat(Stream.of("/{a}/b", "/a/{b}", "/a/b", "/a/{b}.csv", "/{a}/{b}")
                        .map(PathTemplate::parse)
                        .sorted()
                        .map(PathTemplate::toString))
                .containsExactly("/a/b", "/a/{b}.csv", "/a/{b}", "/{a}/b", "/{a}/{b}");
    }

    @Test
    void paths_of_all_lengths_have_one_order() {
        List<String> sorted = List.of("/b", "/c/x{y}", "/a/{x}");

        assertThat(IntStream.range(0, sorted.size())
                        .mapToObj(from -> Stream.concat(
                                sorted.stream().skip(from), sorted.stream().limit(from)))
                        .map(rotated -> rotated.map(PathTemplate::parse)
                                .sorted()
                                .map(PathTemplate::toString)
                                .toList()))
                .containsOnly(sorted);
    }
}

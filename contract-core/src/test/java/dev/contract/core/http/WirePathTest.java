package dev.contract.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WirePathTest {

    @ParameterizedTest
    @CsvSource({
        "/users/42,          /users/42",
        "/a b/größe,         /a%20b/gr%C3%B6%C3%9Fe",
        "/a%20b/c%2Fd,       /a%20b/c%2Fd",
        "/users;v=1/c+d:e@f, /users;v=1/c+d:e@f",
        "/{id}/?,            /%7Bid%7D/%3F"
    })
    void a_path_is_encoded_once(String path, String wire) {
        assertThat(WirePath.encoded(path)).isEqualTo(wire);
        assertThat(WirePath.encoded(wire)).isEqualTo(wire);
    }

    @ParameterizedTest
    @CsvSource({
        "/a%20b/gr%C3%B6%c3%9fe, /a b/größe",
        "/c+d,                   /c+d",
        "/%2b%41,                /+A",
        "/%F0%9F%98%80,          /😀"
    })
    void a_path_is_decoded_as_it_is_meant(String wire, String path) {
        assertThat(WirePath.decoded(wire)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"/a%2Fb, /a%2Fb", "/a%2fb%20c, '/a%2Fb c'"})
    void an_encoded_slash_stays_one(String wire, String path) {
        assertThat(WirePath.decoded(wire)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"/%, /%", "/%4, /%4", "/%zz%41, /%zzA", "/%4z/%41%, /%4z/A%"})
    void a_broken_escape_stands_for_itself(String wire, String path) {
        assertThat(WirePath.decoded(wire)).isEqualTo(path);
    }
}

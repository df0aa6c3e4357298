package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowedPlaceTest {

    @ParameterizedTest
    @CsvSource({
        "$.address.zip, $.address.zip",
        "/address/zip, $.address.zip",
        "$.items[0].id, $.items[*].id",
        "/items/12/id, $.items[*].id",
        "/items/*/id, $.items[*].id",
        "/a~1b/c~0d, $['a/b']['c~d']",
        "header Location, header Location",
        "status, status",
        "response $.a, response $.a",
        "request /a, request $.a"
    })
    void all_notations_name_the_same_field(String text, String path) {
        assertThat(FollowedPlace.parse(text)).map(FollowedPlace::toString).contains(path);
    }

    @Test
    void what_is_no_path_is_none() {
        assertThat(FollowedPlace.parse("$.a[")).isEqualTo(Optional.empty());
        assertThat(FollowedPlace.parse(" ")).isEqualTo(Optional.empty());
    }

    @Test
    void a_field_is_concerned_by_what_happens_in_it_and_by_what_took_it_along() {
        FollowedPlace zip = FollowedPlace.parse("$.address.zip").orElseThrow();

        assertThat(zip.concerns(at("$.address.zip", Change.NARROWED))).isTrue();
        assertThat(zip.concerns(at("$.address.zip.code", Change.NARROWED))).isTrue();
        assertThat(zip.concerns(at("$.address", Change.REMOVED))).isTrue();
        assertThat(zip.concerns(at("$.address", Change.NARROWED))).isFalse();
        assertThat(zip.concerns(at("$.address.zipper", Change.NARROWED))).isFalse();
        assertThat(zip.concerns(at("header zip", Change.NARROWED))).isFalse();
    }

    @Test
    void a_header_is_the_same_in_any_case_and_a_parameter_is_not() {
        FollowedPlace location = FollowedPlace.parse("header location").orElseThrow();
        FollowedPlace page = FollowedPlace.parse("query page").orElseThrow();

        assertThat(location.concerns(at("header Location", Change.NARROWED))).isTrue();
        assertThat(location.concerns(at("header Locations", Change.NARROWED))).isFalse();
        assertThat(page.concerns(at("query Page", Change.NARROWED))).isFalse();
    }

    @Test
    void a_side_may_be_named() {
        Difference difference = at("$.id", Change.NARROWED);

        assertThat(FollowedPlace.parse("response $.id").orElseThrow().concerns(difference))
                .isTrue();
        assertThat(FollowedPlace.parse("request $.id").orElseThrow().concerns(difference))
                .isFalse();
    }

    private static Difference at(String place, Change change) {
        return new Difference("response", place, null, change, Duty.MORE, "", "", null, null);
    }
}

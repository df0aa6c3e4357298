package dev.contract.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.provider.broker.BrokerClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemoteTest {
    private final List<String> asked = new ArrayList<>();

    /** A broker whose pages begin with these numbers; each has a hundred versions, and the last goes on for ever. */
    private Remote remote(int... firsts) {
        BrokerClient client = new BrokerClient(
                request -> {
                    int page = asked.size();
                    asked.add(request.path() + "?" + request.query().encoded());
                    int first = page < firsts.length ? firsts[page] : firsts[firsts.length - 1] + page * 100;
                    return page(first);
                },
                "http://broker.test");
        return new Remote(client, 3);
    }

    private static HttpResponse page(int first) {
        String versions = IntStream.range(first, first + 100)
                .mapToObj(number -> "{\"number\": \"" + number + "\"}")
                .collect(Collectors.joining(", "));
        return json("{\"_embedded\": {\"versions\": [" + versions + "]}}");
    }

    private static HttpResponse json(String text) {
        return new HttpResponse(
                200,
                Headers.of("Content-Type", "application/hal+json"),
                Body.text(text, ContentType.of("application/hal+json")));
    }

    /** The rows of the matrix of a broker that has so many. */
    private static List<JsonObject> rows(int count) {
        String matrix = "{\"matrix\": [" + String.join(", ", Collections.nCopies(count, "{}")) + "]}";
        return new Remote(new BrokerClient(request -> json(matrix), "http://broker.test"), 3).rows("web", "7");
    }

    @Test
    void takes_a_page_that_brings_nothing_new_for_the_end() {
        assertThat(remote(0, 50, 50).versions("web")).hasSize(150);
        assertThat(asked)
                .containsExactly(
                        "/pacticipants/web/versions?page=1&size=100",
                        "/pacticipants/web/versions?page=2&size=100",
                        "/pacticipants/web/versions?page=3&size=100");
    }

    @Test
    void does_not_listen_to_a_list_without_an_end() {
        assertThatThrownBy(() -> remote(0).versions("web"))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        BROKER-IMPORT  a list of the other broker has no end
                          found  more than 300 versions
                          mend   let the other broker remove old versions before""");
        assertThat(asked).hasSize(3);
    }

    @Test
    void takes_no_list_of_results_that_may_end_too_early() {
        assertThat(rows(9_999)).hasSize(9_999);
        assertThat(rows(10_001)).hasSize(10_001);
        assertThatThrownBy(() -> rows(10_000))
                .isInstanceOf(ContractException.class)
                .hasMessage("""
                        BROKER-IMPORT  the other broker may have more results than it lists
                          found  10000 rows of the matrix for "web" "7"
                          mend   let the other broker remove old versions of the providers before""");
    }
}

package dev.contract.broker;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import org.junit.jupiter.api.AfterEach;

/** A fresh broker for each test, asked through its routes. */
abstract class ApiFixture {
    final TestBroker broker = TestBroker.open();
    final Client client = broker.client();

    @AfterEach
    void close() {
        broker.close();
    }

    HttpResponse send(HttpRequest request) {
        return broker.broker().routes().apply(request);
    }

    /** Asks for a path, which may have a query, in the type that is given. */
    HttpResponse get(String target, String type) {
        int question = target.indexOf('?');
        HttpRequest request = HttpRequest.of("GET", question < 0 ? target : target.substring(0, question))
                .withHeader("Accept", type);
        return send(question < 0 ? request : request.withQuery(Query.parse(target.substring(question + 1))));
    }
}

package dev.contract.provider.broker;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker that knows an answer for each request by heart, and notes what it was sent. */
final class ScriptedBroker implements BrokerTransport {
    static final String BASE = "http://broker.example/base";

    private final Map<String, HttpResponse> answers = new HashMap<>();
    final List<String> requests = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();

    /** Answers a request such as {@code GET /environments}; {@code BASE} in the body stands for the base URL. */
    ScriptedBroker on(String request, int status, String body) {
        Headers headers = Headers.of("Content-Type", "application/hal+json;charset=utf-8");
        Body json = Body.text(body.replace("BASE", BASE), ContentType.JSON);
        answers.put(request, new HttpResponse(status, headers, json));
        return this;
    }

    ScriptedBroker on(String request, HttpResponse answer) {
        answers.put(request, answer);
        return this;
    }

    BrokerClient client() {
        return new BrokerClient(this, BASE);
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query().encoded();
        String line = request.method() + " " + request.path() + query;
        requests.add(line);
        if (request.body().isPresent()) {
            bodies.add(request.body().text());
        }
        return answers.getOrDefault(line, HttpResponse.of(404));
    }
}

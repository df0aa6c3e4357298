package dev.contract.draft;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;

/** A sample, and what its bodies are. */
record Seen(Sample sample, Content asked, Content answered) {

    static Seen of(Sample sample) {
        HttpRequest request = sample.request();
        HttpResponse response = sample.response();
        return new Seen(
                sample, Content.of(request.body(), request.headers()), Content.of(response.body(), response.headers()));
    }

    HttpRequest request() {
        return sample.request();
    }

    HttpResponse response() {
        return sample.response();
    }

    boolean succeeded() {
        return response().status() / 100 == 2;
    }
}

package dev.contract.broker.api;

import dev.contract.core.http.HttpResponse;

/** A method and a path, and who answers them. */
record Route(String method, Template template, Access access, Handler handler) {
    /** What a route does to the store. */
    enum Access {
        READ,
        WRITE
    }

    /** Answers a call; may throw {@link Failure} or {@link dev.contract.broker.domain.Refusal}, and nothing was written then. */
    @FunctionalInterface
    interface Handler {
        HttpResponse answer(Call call);
    }
}

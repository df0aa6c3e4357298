package dev.contract.broker.api;

import dev.contract.broker.domain.Store;
import dev.contract.core.http.HttpResponse;

/** A method and a path, who answers them, and what that asks of whom. */
record Route(String method, Template template, Demand demand, Work work) {

    /** Answers a call; may throw {@link Failure} or {@link dev.contract.broker.domain.Refusal}, and nothing was written then. */
    @FunctionalInterface
    interface Handler {
        HttpResponse answer(Call call);
    }

    /** Answers a request that is not yet within a transaction: nearly always by a {@link Handler} within one. */
    @FunctionalInterface
    interface Work {
        HttpResponse answer(Routed request, Store store);
    }

    static Work reading(Handler handler) {
        return (request, store) -> store.read(kept -> handler.answer(request.within(kept)));
    }

    static Work writing(Handler handler) {
        return (request, store) -> store.write(kept -> handler.answer(request.within(kept)));
    }

    Route demanding(Demand other) {
        return new Route(method, template, other, work);
    }
}

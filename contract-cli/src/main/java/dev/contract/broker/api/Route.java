package dev.contract.broker.api;

import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.comparison.Comparing;
import dev.contract.core.http.HttpResponse;
import java.util.List;
import java.util.Objects;

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

    /** Comparisons of contracts with documents that nobody has needed so far are made, and then it is answered once more. */
    static Work reading(Handler handler) {
        return (request, store) ->
                new Comparing(store, request.now()).read(kept -> handler.answer(request.within(kept)));
    }

    static Work writing(Handler handler) {
        return (request, store) -> store.write(kept -> handler.answer(request.within(kept)));
    }

    /** As {@link #writing}; and what was published is compared with what others published. The path names the provider. */
    static Work publishing(Handler handler) {
        return (request, store) -> {
            HttpResponse answer = writing(handler).answer(request, store);
            new Comparing(store, request.now()).catchUp(List.of(provider(request)));
            return answer;
        };
    }

    /** It was a name, or nothing would have been published. */
    static PacticipantName provider(Routed request) {
        return new PacticipantName(Objects.requireNonNull(request.values().get("provider")));
    }

    boolean isLike(Route other) {
        return method.equals(other.method) && template.toString().equals(other.template.toString());
    }

    Route demanding(Demand other) {
        return new Route(method, template, other, work);
    }
}

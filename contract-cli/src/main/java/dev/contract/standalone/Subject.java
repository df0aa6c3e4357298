package dev.contract.standalone;

import dev.contract.consumer.stub.Expectations;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call is about: a provider, or a scope of it.
 *
 * @param scope null for the provider as a whole
 */
record Subject(String provider, @Nullable OpenScope scope, Expectations expectations) {

    /**
     * The scope that is named, or else the provider that is named, or the only one there is.
     *
     * @throws Failure if it is unknown or not said
     */
    static Subject of(Call call, Shelf shelf) {
        Optional<String> scope = call.query("scope");
        if (scope.isPresent()) {
            OpenScope open = scope(scope.get(), shelf);
            return new Subject(open.provider(), open, open.expectations());
        }
        String provider =
                provider(call.query("provider"), shelf.doors().places().keySet());
        return new Subject(provider, null, shelf.doors().place(provider).expectations());
    }

    /** @throws Failure if there is none of this id */
    static OpenScope scope(String id, Shelf shelf) {
        return shelf.scopes()
                .find(id)
                .orElseThrow(() -> Failure.of(
                        404,
                        Problem.error("STUB-ID", "there is no scope of this id")
                                .found(Quoted.text(id))
                                .mend("see GET " + ControlApi.PREFIX + "/scopes")));
    }

    static String provider(Optional<String> named, Set<String> known) {
        if (named.isEmpty() && known.size() == 1) {
            return known.iterator().next();
        }
        return named.filter(known::contains).orElseThrow(() -> noProvider(named.orElse(""), known));
    }

    private static Failure noProvider(String named, Set<String> known) {
        Problem problem = named.isEmpty()
                ? Problem.error("STUB-PROVIDER", "the call does not say which provider is meant")
                : Problem.error("STUB-PROVIDER", "there is no provider " + Quoted.text(named) + " here");
        return Failure.of(
                named.isEmpty() ? 400 : 404,
                problem.found(known.isEmpty() ? "no provider at all" : "providers " + NearNames.listed(named, known))
                        .mend("add ?provider=NAME, and open new ones by PUT " + ControlApi.PREFIX + "/providers/NAME"));
    }
}

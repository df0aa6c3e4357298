package dev.contract.standalone;

import dev.contract.consumer.scope.Correlation;
import dev.contract.consumer.stub.Expectations;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.standalone.Doors.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scopes that are open. One thread at a time. */
final class Scopes {
    private static final int MOST = 1_000;

    private final Doors doors;
    private final Map<String, OpenScope> open = new LinkedHashMap<>();
    private long last;

    Scopes(Doors doors) {
        this.doors = doors;
    }

    List<OpenScope> all() {
        return List.copyOf(open.values());
    }

    Optional<OpenScope> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /**
     * Opens one.
     *
     * @param condition of its requests; null for all of the provider, which only one scope has at a time
     * @throws Failure if somebody else has these requests, or there are too many
     */
    OpenScope open(String provider, @Nullable Correlation condition) {
        Place place = doors.place(provider);
        OpenScope whole = whole(place);
        if (open.size() == MOST) {
            throw Failure.of(409, Problem.error("STUB-FULL", "no more than " + MOST + " scopes can be open"));
        }
        if (condition == null && whole != null) {
            throw Failure.of(
                    409,
                    Problem.error("STUB-TAKEN", "another test has " + Quoted.text(provider) + " to itself")
                            .found("scope " + whole.id())
                            .mend("share it by scopes with a condition, or end that test: DELETE " + ControlApi.PREFIX
                                    + "/scopes/" + whole.id()));
        }
        Expectations wider = whole == null ? place.expectations() : whole.expectations();
        OpenScope scope = new OpenScope(Long.toString(++last), provider, place, of(wider, condition), wider, condition);
        if (condition == null) {
            doors.use(place, scope.expectations());
        }
        open.put(scope.id(), scope);
        return scope;
    }

    /** The scope that has all requests of a place; null if none has. */
    private @Nullable OpenScope whole(Place place) {
        return open.values().stream()
                .filter(each -> each.condition() == null && each.place().isSame(place))
                .findFirst()
                .orElse(null);
    }

    private static Expectations of(Expectations wider, @Nullable Correlation condition) {
        try {
            return condition == null ? wider.narrower() : wider.scope(condition);
        } catch (ContractException e) {
            throw new Failure(409, e.problems());
        }
    }

    /** Ends one, and those that are parts of it. */
    void close(OpenScope scope) {
        open.remove(scope.id());
        if (scope.condition() == null) {
            doors.use(scope.place(), scope.wider());
            all().stream()
                    .filter(each -> Objects.equals(each.wider(), scope.expectations()))
                    .forEach(this::close);
        } else {
            scope.wider().closeScope(scope.expectations());
        }
    }
}

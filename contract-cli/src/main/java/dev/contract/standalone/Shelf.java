package dev.contract.standalone;

import dev.contract.consumer.answer.Behaviour;
import dev.contract.consumer.answer.Step;
import dev.contract.consumer.answer.Terms;
import dev.contract.consumer.stub.DeclaredInteraction;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.source.LocatedContract;
import dev.contract.standalone.Doors.Place;
import dev.contract.standalone.Entry.Origin;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that is served, by id, in the order in which it came. One thread at a time. */
final class Shelf {
    /** So many may be added by the control API. */
    static final int MOST_ADDED = 10_000;

    /** As values and plans they take many times the room that they take as text. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 32;

    private static final int MOST_PROVIDERS = 1_000;
    private static final Behaviour CONTRACTUAL = new Behaviour(List.of(Step.CONTRACTUAL), false);

    private final StandaloneSettings settings;
    private final Doors doors;
    private final Scopes scopes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private final Room room = new Room(MOST_BYTES);
    private int added;
    private long last;

    /** What makes an interaction of a contract the same after its file was written anew; where it stands there does not. */
    private record Identity(String provider, String consumer, SpecVersion version, HttpInteraction interaction) {}

    /** An interaction of a contract on its way here. */
    private record Arrival(Identity identity, HttpInteraction interaction, String source) {}

    Shelf(StandaloneSettings settings, Doors doors) {
        this.settings = settings;
        this.doors = doors;
        this.scopes = new Scopes(doors);
    }

    Doors doors() {
        return doors;
    }

    Scopes scopes() {
        return scopes;
    }

    /** All entries, or those of one provider. */
    List<Entry> all(@Nullable String provider) {
        return entries.values().stream()
                .filter(entry -> provider == null || entry.provider().equals(provider))
                .toList();
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * Serves these contracts instead of those before. What is in both stays as it is, with its id and what the control API made of it.
     *
     * @return the rules of requests that cannot be used, and what HTTP cannot send
     */
    List<Problem> take(List<LocatedContract> contracts) {
        Map<Identity, List<Entry>> known = ofContracts();
        List<Problem> problems = new ArrayList<>();
        for (LocatedContract located : contracts) {
            doors.place(located.contract().provider());
            for (Arrival arrival : arrivals(located)) {
                List<Entry> same = known.getOrDefault(arrival.identity(), List.of());
                if (same.isEmpty()) {
                    problems.addAll(located(declared(arrival).problems(), arrival));
                } else {
                    same.remove(0);
                }
            }
        }
        known.values().forEach(gone -> gone.forEach(this::remove));
        return problems;
    }

    private Map<Identity, List<Entry>> ofContracts() {
        Map<Identity, List<Entry>> known = new LinkedHashMap<>();
        identities.forEach((id, identity) ->
                known.computeIfAbsent(identity, key -> new ArrayList<>()).add(entries.get(id)));
        return known;
    }

    private static List<Arrival> arrivals(LocatedContract located) {
        Contract contract = located.contract();
        List<Arrival> arrivals = new ArrayList<>();
        contract.interactions().forEach(interaction -> {
            if (interaction instanceof HttpInteraction http) {
                HttpInteraction anywhere =
                        http.withAnnotations(http.annotations().withLocation(null));
                Identity identity =
                        new Identity(contract.provider(), contract.consumer(), contract.version(), anywhere);
                arrivals.add(new Arrival(identity, http, located.name()));
            }
        });
        return arrivals;
    }

    private static List<Problem> located(List<Problem> problems, Arrival arrival) {
        String place =
                arrival.source() + ", interaction " + arrival.interaction().quoted();
        return problems.stream()
                .map(problem -> problem.where() == null ? problem.at(place) : problem)
                .toList();
    }

    private DeclaredInteraction declared(Arrival arrival) {
        Identity identity = arrival.identity();
        Origin origin = new Origin(identity.consumer(), arrival.source());
        Entry entry = put(
                next(), subject(identity.provider()), origin, arrival.interaction(), identity.version(), Extras.NONE);
        identities.put(entry.id(), identity);
        return entry.declared();
    }

    private Subject subject(String provider) {
        return new Subject(provider, null, doors.place(provider).expectations());
    }

    private String next() {
        return Long.toString(++last);
    }

    private Entry put(
            String id,
            Subject subject,
            @Nullable Origin origin,
            HttpInteraction interaction,
            SpecVersion version,
            Extras extras) {
        Terms terms =
                settings.states() == null ? extras.terms() : extras.terms().askedFor(settings.states());
        DeclaredInteraction declared = subject.expectations().declare(interaction, version, terms);
        extras.answers().ifPresent(declared::behave);
        Entry entry = new Entry(id, subject.provider(), origin, subject.scope(), extras, declared);
        entries.put(id, entry);
        return entry;
    }

    /**
     * Serves a provider from now on.
     *
     * @throws ContractException when its port is taken, or there are too many
     */
    Place open(String provider) {
        if (doors.places().size() >= MOST_PROVIDERS && !doors.places().containsKey(provider)) {
            throw new ContractException(
                    Problem.error("STUB-FULL", "no more than " + MOST_PROVIDERS + " providers can be opened"));
        }
        return doors.open(provider);
    }

    /**
     * Adds an interaction that stands in no contract.
     *
     * @param size of the call, in bytes
     * @throws ContractException when rules of its request cannot be used, or there are too many or too long ones
     */
    Entry add(Subject subject, HttpInteraction interaction, Extras extras, int size) {
        if (added == MOST_ADDED) {
            throw new ContractException(
                    Problem.error("STUB-FULL", "no more than " + MOST_ADDED + " interactions can be added")
                            .mend("delete some, or all of them: DELETE " + ControlApi.PREFIX + "/interactions"));
        }
        Entry entry = put(next(), subject, interaction, extras, size);
        added++;
        return entry;
    }

    private Entry put(String id, Subject subject, HttpInteraction interaction, Extras extras, int size) {
        Entry entry = put(id, subject, null, interaction, SpecVersion.V4, extras);
        try {
            List<Problem> problems = entry.declared().problems();
            if (!problems.isEmpty()) {
                throw new ContractException(problems);
            }
            room.take(id, size);
            return entry;
        } catch (ContractException e) {
            entries.remove(id);
            entry.declared().remove();
            throw e;
        }
    }

    /**
     * Puts an interaction in place of another that the control API added.
     *
     * @param size of the call, in bytes
     * @throws ContractException when rules of its request cannot be used, or there is no room for it; the other stays then
     */
    Entry replace(Entry old, HttpInteraction interaction, Extras extras, int size) {
        try {
            Subject subject = old.scope() == null
                    ? subject(old.provider())
                    : new Subject(old.provider(), old.scope(), old.scope().expectations());
            Entry entry = put(old.id(), subject, interaction, extras, size);
            room.free(ofAnswers(old));
            old.declared().remove();
            return entry;
        } catch (ContractException e) {
            entries.put(old.id(), old);
            throw e;
        }
    }

    /** What a call about the answers of an interaction has added is no part of that which added the interaction. */
    private static String ofAnswers(Entry entry) {
        return entry.id() + "/answers";
    }

    /**
     * Has an interaction answered in another way from now on: by these answers, or by the response that it has itself.
     *
     * @param size of the call, in bytes
     * @throws ContractException if there is no room for it
     */
    Entry behave(Entry old, Extras answers, int size) {
        room.take(ofAnswers(old), size);
        Extras extras = old.extras().withAnswers(answers);
        old.declared().behave(extras.answers().orElse(CONTRACTUAL));
        Entry entry = new Entry(old.id(), old.provider(), old.origin(), old.scope(), extras, old.declared());
        entries.put(entry.id(), entry);
        return entry;
    }

    void remove(Entry entry) {
        entry.declared().remove();
        entries.remove(entry.id());
        identities.remove(entry.id());
        room.free(entry.id());
        room.free(ofAnswers(entry));
        added -= entry.isOfContract() ? 0 : 1;
    }

    /** Takes away what the control API added, for one provider or for all; what belongs to scopes stays. */
    void removeAdded(@Nullable String provider) {
        all(provider).stream()
                .filter(entry -> !entry.isOfContract() && entry.scope() == null)
                .forEach(this::remove);
    }

    /** Ends a scope, and what belongs to it. */
    void close(OpenScope scope) {
        removeOf(scope);
        scopes.close(scope);
        all(null).stream()
                .filter(entry ->
                        entry.scope() != null && scopes.find(entry.scope().id()).isEmpty())
                .forEach(this::remove);
    }

    private void removeOf(OpenScope scope) {
        all(null).stream().filter(entry -> scope.equals(entry.scope())).forEach(this::remove);
    }

    /** Takes away what belongs to a scope, and forgets what came to it. */
    void reset(OpenScope scope) {
        removeOf(scope);
        scope.expectations().forget();
    }

    /** Back to what the contracts say, as if nothing had been asked yet. */
    void reset() {
        scopes.all().forEach(this::close);
        removeAdded(null);
        all(null).forEach(entry -> behave(entry, Extras.NONE, 0));
        doors.places().values().forEach(place -> place.expectations().forget());
    }

    /** The ids of interactions by the very objects that answer. */
    IdentityHashMap<HttpInteraction, String> ids() {
        IdentityHashMap<HttpInteraction, String> ids = new IdentityHashMap<>();
        entries.values().forEach(entry -> ids.put(entry.declared().interaction(), entry.id()));
        return ids;
    }

    /** The ids of these interactions. */
    List<String> ids(List<HttpInteraction> interactions) {
        IdentityHashMap<HttpInteraction, String> ids = ids();
        return interactions.stream().map(ids::get).filter(Objects::nonNull).toList();
    }
}

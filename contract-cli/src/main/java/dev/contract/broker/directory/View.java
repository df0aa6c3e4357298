package dev.contract.broker.directory;

import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.fact.ContentKey;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.Fact.Published;
import dev.contract.broker.domain.fact.Mentioned;
import dev.contract.broker.domain.fact.Place;
import dev.contract.broker.store.SqlStore;
import dev.contract.core.json.JsonLimits;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database in memory to which the facts of a folder were replayed, up to the last one. One thread at a time. */
final class View implements AutoCloseable {
    private static final JsonLimits LIMITS = new JsonLimits(100_000_000, 200, 20_000_000);
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<<<<<<<|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|) ");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int UNIQUE_LENGTH = 10;

    /** Clocks of machines that are looked after are not apart by as much. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Folder folder;
    private final NavigableSet<FactName> replayed = new TreeSet<>();
    private final Map<ContentKey, String> files = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<List<Object>> published = new HashSet<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Recorder recorder = new Recorder(this::document);
    private final SqlStore memory = SqlStore.inMemory(recorder);

    View(Folder folder) {
        this.folder = folder;
        memory.read(kept -> kept.environments().all())
                .forEach(each -> known.add(Place.of(each).identity()));
    }

    /** The facts of one file. */
    private record Told(FactName name, List<Fact> facts) {}

    /** Whether these are what was replayed, and perhaps later ones. */
    boolean isContinuedBy(NavigableSet<FactName> names) {
        return replayed.isEmpty() || names.headSet(replayed.last(), true).equals(replayed);
    }

    /** Not before this may anything happen. */
    Instant next() {
        return replayed.isEmpty() ? Instant.EPOCH : replayed.last().time().plusMillis(1);
    }

    /**
     * What is odd in it.
     *
     * @param now as the clock of this machine says
     */
    List<Problem> warnings(Instant now) {
        List<Problem> all = new ArrayList<>(warnings);
        replayed.stream()
                .dropWhile(name -> name.time().isBefore(now.plus(AHEAD)))
                .limit(1)
                .map(name -> ahead(name, now))
                .forEach(all::add);
        return all;
    }

    private Problem ahead(FactName name, Instant now) {
        return Problem.warning(
                        "BROKER-DIRECTORY",
                        "a clock was ahead when this was written: until " + name.time()
                                + " all that is written takes times after it")
                .at(folder.path(name).toString())
                .found("here it is " + now.truncatedTo(ChronoUnit.SECONDS))
                .mend(
                        "set the clock that is wrong; the order of what was written by those who knew of each other is right");
    }

    /**
     * Replays what was not yet replayed: all files or none.
     *
     * @param names all that there are
     * @throws StoreTrouble with everything that is wrong in them
     */
    void replay(NavigableSet<FactName> names) {
        Collection<FactName> fresh = replayed.isEmpty() ? names : names.tailSet(replayed.last(), false);
        if (fresh.isEmpty()) {
            return;
        }
        List<Told> told = read(fresh);
        memory.write(kept -> {
            told.forEach(each -> replay(each, kept));
            return true;
        });
        replayed.addAll(fresh);
    }

    private List<Told> read(Collection<FactName> names) {
        List<Problem> problems = new ArrayList<>();
        PactFolder pacts = new PactFolder(new HashSet<>(folder.pacts(problems)));
        List<Told> told = new ArrayList<>();
        for (FactName name : names) {
            try {
                told.add(new Told(name, FactReader.file(json(folder.path(name).toString(), folder.read(name)), pacts)));
            } catch (ContractException e) {
                problems.addAll(e.problems());
            }
        }
        if (problems.isEmpty()) {
            problems.addAll(missing(told));
        }
        if (!problems.isEmpty()) {
            throw new StoreTrouble(problems);
        }
        pacts.files.forEach(files::putIfAbsent);
        told.forEach(each -> remember(each.facts()));
        return told;
    }

    private void remember(List<Fact> facts) {
        facts.forEach(fact -> fact.gives().map(Mentioned::identity).ifPresent(known::add));
    }

    /**
     * What facts mention that no fact tells of, once each: those who wrote them knew of it, so files are not there yet, or not any more.
     * Without them an answer could be a yes that is none.
     */
    private List<Problem> missing(List<Told> told) {
        Set<String> there = new HashSet<>(known);
        told.forEach(each -> each.facts()
                .forEach(fact -> fact.gives().map(Mentioned::identity).ifPresent(there::add)));
        List<Problem> missing = new ArrayList<>();
        for (Told each : told) {
            for (Fact fact : each.facts()) {
                fact.needs()
                        .filter(needed -> there.add(needed.identity()))
                        .map(needed -> Damage.missing(
                                folder.path(each.name()).toString(),
                                "this is about " + needed.description() + ", of which no other fact here tells"))
                        .ifPresent(missing::add);
            }
        }
        return missing;
    }

    /** The contracts that are there, and those that were asked for. */
    private record PactFolder(Set<String> names, Map<ContentKey, String> files) implements FactReader.PactNames {
        PactFolder(Set<String> names) {
            this(names, new HashMap<>());
        }

        @Override
        public boolean isThere(String file) {
            return names.contains(file);
        }

        @Override
        public void add(ContentKey content, String file) {
            files.putIfAbsent(content, file);
        }
    }

    private static JsonValue json(String source, byte[] bytes) {
        try {
            return JsonReader.readLocated(source, bytes, LIMITS).root();
        } catch (JsonSyntaxException e) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            Matcher conflict = CONFLICT.matcher(text);
            throw conflict.find() ? unmerged(source, text.substring(0, conflict.start())) : e;
        }
    }

    private static ContractException unmerged(String source, String before) {
        int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
        return new ContractException(
                Damage.of(new Location(source, line, 1).toString(), "a merge left both of its sides in this file"));
    }

    private void replay(Told told, Transaction kept) {
        Instant at = told.name().time();
        for (Fact fact : told.facts()) {
            if (fact instanceof Published again && isAgain(again) && again.contradicts(kept)) {
                warnings.add(contradiction(told.name(), again));
            }
            fact.replay(kept, at);
        }
    }

    /** Whether somebody has published for this version before; asking here takes less time than asking the database. */
    private boolean isAgain(Fact fact) {
        return published(fact).filter(each -> !published.add(each)).isPresent();
    }

    private static Optional<List<Object>> published(Fact fact) {
        return fact instanceof Published one ? Optional.of(List.of(one.consumer(), one.provider())) : Optional.empty();
    }

    private Problem contradiction(FactName name, Published published) {
        return Problem.warning(
                        "BROKER-DIRECTORY",
                        published.consumer().application() + " "
                                + published.consumer().number()
                                + " was published with two different contracts with " + published.provider()
                                + ", by two who did not know of each other; the later one counts")
                .at(folder.path(name).toString())
                .mend("publish the contract under a new version number");
    }

    <R> R read(Function<Transaction, R> work) {
        return memory.read(work);
    }

    /** Does the work, and adds a file with what came of it, if anything did. To be called in one's turn. */
    <R> R write(Function<Transaction, R> work, Clock clock) {
        List<FactName> added = new ArrayList<>();
        try {
            R result = memory.write(kept -> {
                recorder.start();
                R done = work.apply(kept);
                add(recorder.heard(), clock, added);
                return done;
            });
            replayed.addAll(added);
            return result;
        } finally {
            recorder.stop();
        }
    }

    private void add(List<Fact> facts, Clock clock, List<FactName> added) {
        if (!facts.isEmpty()) {
            Map<ContentKey, PactFile> pacts = pacts(facts);
            FactName name = FactName.of(
                    time(clock),
                    unique(),
                    FactKind.of(facts.get(facts.size() - 1)).word());
            String text = FactWriter.file(facts);
            refuseUnreadable(text);
            pacts.values().forEach(pact -> refuseUnreadable(pact.text()));
            folder.add(name, text, pacts.values());
            pacts.forEach((content, file) -> files.putIfAbsent(content, file.name()));
            remember(facts);
            facts.forEach(fact -> published(fact).ifPresent(published::add));
            added.add(name);
        }
    }

    /** What is written stays, and nobody could read the directory any more. */
    private static void refuseUnreadable(String text) {
        try {
            JsonReader.readLocated("what is to be kept", text.getBytes(StandardCharsets.UTF_8), LIMITS);
        } catch (JsonSyntaxException e) {
            throw Refusal.invalid(
                    "body",
                    "cannot be kept in a directory: its file would have "
                            + e.problems().get(0).found());
        }
    }

    private static Map<ContentKey, PactFile> pacts(List<Fact> facts) {
        Map<ContentKey, PactFile> pacts = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Published published) {
                pacts.put(published.key(), PactFile.of(published));
            }
        }
        return pacts;
    }

    /** When it happened, but after everything that is known. */
    private Instant time(Clock clock) {
        Instant heard = recorder.latest().equals(Instant.MIN) ? clock.instant() : recorder.latest();
        Instant plain = heard.truncatedTo(ChronoUnit.MILLIS);
        return plain.isBefore(next()) ? next() : plain;
    }

    private static String unique() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < UNIQUE_LENGTH; i++) {
            text.append(Character.forDigit(RANDOM.nextInt(Character.MAX_RADIX), Character.MAX_RADIX));
        }
        return text.toString();
    }

    private JsonValue document(ContentKey content) {
        String name = Objects.requireNonNull(files.get(content), () -> "no file of " + content);
        byte[] bytes = folder.read(name);
        if (!PactFile.isUnchanged(name, new String(bytes, StandardCharsets.UTF_8))) {
            throw new StoreTrouble(List.of(Damage.of(
                    folder.path(name).toString(), "the contract is not any more what was published under this name")));
        }
        return JsonReader.readLocated(folder.path(name).toString(), bytes, LIMITS)
                .root();
    }

    @Override
    public void close() {
        memory.close();
    }
}

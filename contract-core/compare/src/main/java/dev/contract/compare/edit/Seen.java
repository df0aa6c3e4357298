package dev.contract.compare.edit;

import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.Operation;
import dev.contract.compare.usage.Part;
import dev.contract.compare.usage.Place;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the answers of each operation have by some contract, so that changes of anything else are refused. One thread at a time. */
final class Seen {
    /** What the edits are about. */
    private final Set<FieldPath> asked;

    private final Map<Operation, Answers> operations = new TreeMap<>();
    private final Set<String> consumers = new TreeSet<>();

    /**
     * Of one operation.
     *
     * @param senders whose requests have a field that the edits are about
     */
    private record Answers(
            Set<FieldPath> found,
            Set<String> paths,
            Set<String> headers,
            Set<String> statuses,
            Map<FieldPath, Set<String>> senders) {
        Answers() {
            this(
                    new HashSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>(String.CASE_INSENSITIVE_ORDER),
                    new TreeSet<>(),
                    new HashMap<>());
        }
    }

    Seen(List<Edit> edits) {
        this.asked = FieldChanges.of(edits).all().stream()
                .map(Alteration.OfField::path)
                .collect(Collectors.toSet());
    }

    void add(String consumer, Operation operation) {
        consumers.add(consumer);
        answers(operation);
    }

    private Answers answers(Operation operation) {
        return operations.computeIfAbsent(operation, any -> new Answers());
    }

    void add(Operation operation, HttpResponse example) {
        Answers answers = answers(operation);
        answers.headers().addAll(example.headers().names());
        answers.statuses().add(Integer.toString(example.status()));
    }

    void add(Operation operation, JsonValue body) {
        Answers answers = answers(operation);
        FieldPath.in(body).map(FieldPath::toString).forEach(answers.paths()::add);
        asked.stream().filter(path -> path.isIn(body)).forEach(answers.found()::add);
    }

    void addSent(String consumer, Operation operation, JsonValue body) {
        asked.stream().filter(path -> path.isIn(body)).forEach(path -> answers(operation)
                .senders()
                .computeIfAbsent(path, any -> new TreeSet<>())
                .add(consumer));
    }

    /** A problem for each operation that nobody knows, or else for each thing that its operation, or when it is for all none, does not have. */
    List<Problem> without(Collection<Edit> edits, Offer offer) {
        List<Problem> strangers = edits.stream()
                .flatMap(edit -> edit.operation().stream())
                .distinct()
                .filter(Predicate.not(wanted -> of(wanted).findAny().isPresent() || offer.has(wanted)))
                .map(wanted -> unknown(wanted, offer))
                .toList();
        return strangers.isEmpty()
                ? edits.stream()
                        .flatMap(edit -> missing(edit, offer).stream())
                        .distinct()
                        .toList()
                : strangers;
    }

    private Stream<Answers> of(Operation wanted) {
        return operations.entrySet().stream()
                .filter(each -> wanted.isSame(each.getKey()))
                .map(Map.Entry::getValue);
    }

    private Problem unknown(Operation wanted, Offer offer) {
        Set<String> fitting = names(wanted::fits);
        Stream<String> offered = offer.operations().keySet().stream().map(Operation::toString);
        return fitting.isEmpty()
                ? unknown(offer, "operation", wanted.toString(), "", both(names(any -> true), offered))
                : Problem.error(
                                "CONTRACT-EDIT",
                                "no contract says that its paths are those of " + Quoted.text(wanted.toString()))
                        .found("paths that stand for themselves: " + NearNames.listed(wanted.toString(), fitting))
                        .mend(
                                "name the OpenAPI document that has this path, with --openapi, or these operations each for itself");
    }

    private Set<String> names(Predicate<Operation> wanted) {
        return operations.keySet().stream()
                .filter(wanted)
                .map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Problem> missing(Edit edit, Offer everything) {
        if (edit.answers().isPresent()) {
            return Optional.empty(); // documents make no slips of the pen
        }
        Collection<Answers> answers =
                edit.operation().map(only -> of(only).toList()).orElseGet(() -> List.copyOf(operations.values()));
        Offer offer = edit.operation().map(everything::of).orElse(everything);
        String where = edit.operation().map(only -> " in answers of " + only).orElse("");
        if (edit.alteration() instanceof Alteration.OfField change) {
            FieldPath field = change.path();
            boolean known = answers.stream().anyMatch(each -> each.found().contains(field))
                    || offer.hasField(field.asRulePath());
            return known ? Optional.empty() : Optional.of(unknown(everything, offer, field, where, answers));
        }
        if (edit.alteration() instanceof Alteration.DropHeader header) {
            boolean known = answers.stream().anyMatch(each -> each.headers().contains(header.name()))
                    || offer.hasHeader(header.name());
            Stream<String> offered = offer.places(Part.HEADER).map(Place::name);
            Set<String> names = both(all(answers, Answers::headers), offered);
            return known ? Optional.empty() : Optional.of(unknown(everything, "header", header.name(), where, names));
        }
        if (edit.alteration() instanceof Alteration.Status status) {
            String from = Integer.toString(status.from());
            Set<String> statuses = all(answers, Answers::statuses);
            boolean known = statuses.contains(from) || offer.hasStatus(status.from());
            Set<String> names = both(statuses, offer.places(Part.STATUS).map(Place::status));
            return known ? Optional.empty() : Optional.of(unknown(everything, "status", from, where, names));
        }
        return Optional.empty();
    }

    private static Set<String> both(Set<String> known, Stream<String> offered) {
        return Stream.concat(known.stream(), offered).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> all(Collection<Answers> answers, Function<Answers, Set<String>> names) {
        Set<String> all = new TreeSet<>();
        answers.forEach(each -> all.addAll(names.apply(each)));
        return all;
    }

    private Problem unknown(Offer everything, Offer offer, FieldPath field, String where, Collection<Answers> answers) {
        Set<String> senders = answers.stream()
                .flatMap(each -> each.senders().getOrDefault(field, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!senders.isEmpty() || offer.hasSentField(field.asRulePath())) {
            return Problem.error("CONTRACT-EDIT", "only requests have the field " + Quoted.text(field.toString()))
                    .found("requests of " + (senders.isEmpty() ? "nobody yet" : String.join(", ", senders)))
                    .mend("fields of answers and messages change so; what requests have to have changes with"
                            + " --require-field, or by --openapi and --new-openapi");
        }
        Stream<String> offered =
                offer.places(Part.FIELD).map(each -> FieldPath.of(each.path()).toString());
        return unknown(everything, "field", field.toString(), where, both(all(answers, Answers::paths), offered));
    }

    private Problem unknown(Offer everything, String what, String wanted, String where, Set<String> known) {
        Optional<String> near = what.equals("status")
                ? Optional.empty()
                : sameButForElements(wanted, known).or(() -> NearNames.nearest(wanted, known));
        String otherwise = isNothing(everything)
                ? "if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then"
                : near.isEmpty() ? "name what is there" : "";
        return Problem.error("CONTRACT-EDIT", nobodyHas(everything, what, wanted, where))
                .found(known.isEmpty() ? "none" : NearNames.listed(wanted, known))
                .mend((near.map(name -> "did you mean " + Quoted.text(name) + "? ")
                                        .orElse("")
                                + otherwise)
                        .strip());
    }

    /** Of a single consumer it is said that only that one was asked. */
    private String nobodyHas(Offer everything, String what, String wanted, String where) {
        String contracts =
                consumers.size() == 1 ? "contract of " + consumers.iterator().next() : "contract";
        return (isNothing(everything) ? "no " + contracts : "neither a " + contracts + " nor what the provider offers")
                + " has the " + what + " " + Quoted.text(wanted) + where;
    }

    private static boolean isNothing(Offer offer) {
        return offer.operations().isEmpty();
    }

    /** Of a list {@code /*}{@code /id} is meant where {@code /id} was written, and the other way round. */
    private static Optional<String> sameButForElements(String wanted, Set<String> known) {
        return known.stream()
                .filter(each -> each.startsWith("/"))
                .filter(each -> each.replace("/*", "").equals(wanted.replace("/*", "")))
                .findFirst();
    }
}

package dev.contract.compare.edit;

import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.Operation;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Collection;
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

    /** Of one operation. */
    private record Answers(Set<FieldPath> found, Set<String> paths, Set<String> headers, Set<String> statuses) {
        Answers() {
            this(new HashSet<>(), new TreeSet<>(), new TreeSet<>(String.CASE_INSENSITIVE_ORDER), new TreeSet<>());
        }
    }

    Seen(List<Edit> edits) {
        this.asked = FieldChanges.of(edits).all().stream()
                .map(Alteration.OfField::path)
                .collect(Collectors.toSet());
    }

    void add(Operation operation) {
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

    /** A problem for each operation that nobody knows, or else for each thing that its operation, or when it is for all none, does not have. */
    List<Problem> without(Collection<Edit> edits, Offer offer) {
        List<Problem> strangers = edits.stream()
                .flatMap(edit -> edit.operation().stream())
                .distinct()
                .filter(Predicate.not(wanted -> of(wanted).findAny().isPresent() || offer.has(wanted)))
                .map(this::unknown)
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

    private Problem unknown(Operation wanted) {
        Set<String> fitting = names(wanted::fits);
        return fitting.isEmpty()
                ? unknown("operation", wanted.toString(), "", names(any -> true))
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
            return unless(known, "field", field.toString(), where, all(answers, Answers::paths));
        }
        if (edit.alteration() instanceof Alteration.DropHeader header) {
            boolean known = answers.stream().anyMatch(each -> each.headers().contains(header.name()))
                    || offer.hasHeader(header.name());
            return unless(known, "header", header.name(), where, all(answers, Answers::headers));
        }
        if (edit.alteration() instanceof Alteration.Status status) {
            String from = Integer.toString(status.from());
            Set<String> statuses = all(answers, Answers::statuses);
            return unless(statuses.contains(from) || offer.hasStatus(status.from()), "status", from, where, statuses);
        }
        return Optional.empty();
    }

    private static Optional<Problem> unless(
            boolean known, String what, String wanted, String where, Set<String> others) {
        return known ? Optional.empty() : Optional.of(unknown(what, wanted, where, others));
    }

    private static Set<String> all(Collection<Answers> answers, Function<Answers, Set<String>> names) {
        Set<String> all = new TreeSet<>();
        answers.forEach(each -> all.addAll(names.apply(each)));
        return all;
    }

    private static Problem unknown(String what, String wanted, String where, Set<String> known) {
        Optional<String> near = sameButForElements(wanted, known).or(() -> NearNames.nearest(wanted, known));
        return Problem.error("CONTRACT-EDIT", "no contract has the " + what + " " + Quoted.text(wanted) + where)
                .found(known.isEmpty() ? "none" : NearNames.listed(wanted, known))
                .mend(
                        near.map(name -> "did you mean " + Quoted.text(name) + "? ")
                                        .orElse("")
                                + "if the provider does have it, say so with --openapi or --responses: nobody is known to rely on it then");
    }

    /** Of a list {@code /*}{@code /id} is meant where {@code /id} was written, and the other way round. */
    private static Optional<String> sameButForElements(String wanted, Set<String> known) {
        return known.stream()
                .filter(each -> each.startsWith("/"))
                .filter(each -> each.replace("/*", "").equals(wanted.replace("/*", "")))
                .findFirst();
    }
}

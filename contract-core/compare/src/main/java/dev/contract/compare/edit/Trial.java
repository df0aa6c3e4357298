package dev.contract.compare.edit;

import dev.contract.compare.inclusion.Budget;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.RulePath;
import dev.contract.core.secret.Secrets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An example that is changed in one way after the other, and judged by the matcher each time. Used once. */
final class Trial<T> {
    private final Optional<JsonValue> body;
    private final T example;
    private final Function<List<Edit>, T> changed;
    private final Function<T, MatchResult> plan;
    private final Set<Mismatch> met = new HashSet<>();
    private final Map<String, Difference> differences = new LinkedHashMap<>();
    private boolean anyChanges;

    /**
     * Changes of an example.
     *
     * @param body what it has as JSON
     * @param changed the example after changes
     */
    Trial(Optional<JsonValue> body, T example, Function<List<Edit>, T> changed, Function<T, MatchResult> plan) {
        this.body = body;
        this.example = example;
        this.changed = changed;
        this.plan = plan;
    }

    /**
     * What differs by all that is certain, and beyond it by each thing that only may be; empty when the example itself is not what is
     * wanted, and changes.
     */
    Optional<List<Difference>> of(List<Edit> all) {
        List<Edit> concerning =
                all.stream().filter(edit -> edit.alteration().mayConcern(body)).toList();
        List<Edit> certain = concerning.stream().filter(Edit::certain).toList();
        mismatches(certain).forEach(each -> add(each, () -> causes(each, certain)));
        concerning.stream()
                .filter(edit -> !edit.certain())
                .takeWhile(any -> !Budget.isSpent())
                .forEach(edit -> mismatches(
                                Stream.concat(certain.stream(), Stream.of(edit)).toList())
                        .forEach(each -> add(each, () -> List.of(edit))));
        return anyChanges && !plan.apply(example).matches()
                ? Optional.empty()
                : Optional.of(List.copyOf(differences.values()));
    }

    private List<Mismatch> mismatches(List<Edit> edits) {
        T other = changed.apply(edits);
        boolean changes = !other.equals(example);
        anyChanges |= changes;
        return changes ? plan.apply(other).mismatches() : List.of();
    }

    private void add(Mismatch mismatch, Supplier<List<Edit>> by) {
        if (met.add(mismatch)) {
            differences.computeIfAbsent(
                    Secrets.masked(mismatch.toString()),
                    sentence -> new Difference(
                            mismatch.kind().text(), Secrets.masked(mismatch.where()), sentence, by.get()));
        }
    }

    /**
     * Those that by their places explain a difference, or else those of something in its place, or else all together. To change the example
     * by each alone would tell more, and be as much work as there are changes, for every one of them.
     */
    private static List<Edit> causes(Mismatch mismatch, List<Edit> certain) {
        Optional<FieldPath> place = mismatch.kind() == Mismatch.Kind.BODY
                ? RulePath.parse(mismatch.where()).map(FieldPath::of)
                : Optional.empty();
        return Stream.<Predicate<Alteration>>of(
                        each -> each.explains(mismatch, place),
                        each -> each instanceof Alteration.OfField field
                                && place.filter(field.path()::meets).isPresent())
                .map(some -> certain.stream()
                        .filter(edit -> some.test(edit.alteration()))
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(certain);
    }
}

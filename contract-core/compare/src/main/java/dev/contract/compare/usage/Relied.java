package dev.contract.compare.usage;

import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.secret.Secrets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place of an operation while contracts are read: who relies on it, and, of a field, what is below it. A field is found from the one around
 * it, because contracts name the same fields by the million, and each has its path put together once. One thread at a time.
 */
final class Relied {
    private static final Pattern DEMANDED = Pattern.compile("\\b(regex|include) .*", Pattern.DOTALL);

    private final Place place;
    /** The numbers of consumers by the rules in words; those of a consumer may be several. */
    private final Map<String, BitSet> byRule = new HashMap<>(2);

    private final Map<String, Relied> fields = new HashMap<>(0);
    private @Nullable Relied entries;
    private @Nullable Relied elements;
    private boolean whole;

    Relied(Place place) {
        this.place = place;
    }

    RulePath path() {
        return place.path();
    }

    void on(int consumer, String rule) {
        byRule.computeIfAbsent(rule, any -> new BitSet()).set(consumer);
    }

    /** Whoever relies on this relies on all that may be below as well. */
    void wholly() {
        whole = true;
    }

    boolean isReliedOn() {
        return !byRule.isEmpty();
    }

    /** The entry of a name. */
    Relied field(String name) {
        return fields.computeIfAbsent(name, each -> below(new Field(each)));
    }

    /** The entries of an object whose keys are data. */
    Relied entry() {
        Relied known = entries;
        if (known == null) {
            known = below(new AnyEntry());
            entries = known;
        }
        return known;
    }

    /** The elements of an array. */
    Relied element() {
        Relied known = elements;
        if (known == null) {
            known = below(new AnyIndex());
            elements = known;
        }
        return known;
    }

    private Relied below(Token step) {
        return new Relied(Place.field(place.status(), place.part(), path().then(step)));
    }

    Stream<Relied> withAllBelow() {
        return Stream.concat(
                Stream.of(this),
                Stream.of(fields.values().stream(), Stream.ofNullable(entries), Stream.ofNullable(elements))
                        .flatMap(below -> below)
                        .flatMap(Relied::withAllBelow));
    }

    PlaceUsage usage(Consumers consumers) {
        List<Reliance> by = new ArrayList<>();
        alike().forEach((rules, alike) -> by.add(new Reliance(
                consumers.of(alike), rules.stream().map(this::shown).distinct().toList())));
        by.sort(Comparator.comparing(each -> each.consumers().get(0)));
        return new PlaceUsage(place, whole, by);
    }

    /** What is demanded of a secret is as good as the secret. */
    private String shown(String rule) {
        return place.isSecret() ? DEMANDED.matcher(rule).replaceAll("$1 " + Secrets.MASK) : Secrets.masked(rule);
    }

    /** The consumers that have the same rules. */
    private Map<List<String>, BitSet> alike() {
        BitSet all = new BitSet();
        byRule.values().forEach(all::or);
        Map<List<String>, BitSet> alike = new HashMap<>();
        all.stream().forEach(consumer -> alike.computeIfAbsent(rules(consumer), any -> new BitSet())
                .set(consumer));
        return alike;
    }

    private List<String> rules(int consumer) {
        return byRule.entrySet().stream()
                .filter(each -> each.getValue().get(consumer))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}

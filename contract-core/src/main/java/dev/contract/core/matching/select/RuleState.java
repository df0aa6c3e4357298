package dev.contract.core.matching.select;

import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document as the rules see it: a state of the automaton that all path expressions of a body make together.
 *
 * <p>A rule path matches its place and everything below it. Of all that match, the most specific is selected, and where it lies above
 * the place its rules act as they do below their path (a list's size, for example, is not a matter of its elements). Steps to entries
 * are remembered, and equal states in which an expression goes on are one object, so that the elements of a long list share theirs.
 * Thread-safe.
 */
public final class RuleState {
    private final Automaton automaton;
    private final Key key;
    private final Set<String> fieldNames;
    private final Set<Integer> positions;
    private final Map<String, RuleState> fields;
    private final Map<Integer, RuleState> indexes;
    private @Nullable RuleState otherField;
    private @Nullable RuleState otherIndex;

    /**
     * What makes a state.
     *
     * @param depth steps from the root; irrelevant when no expression is still being matched
     * @param partial expressions whose first steps led here, the most specific first
     * @param selected the rules for the value here; null when there are none
     * @param cascading the most specific expression that acts on what lies below; null when there is none
     * @param accepting whether a value without selected rules is accepted as it is, here and below
     */
    private record Key(
            int depth,
            List<PathRules> partial,
            @Nullable Rules selected,
            @Nullable PathRules cascading,
            boolean accepting) {

        /** By hand, as {@link #equals}: states are looked up for every node of every contract, from the first one of a JVM on. */
        @Override
        public int hashCode() {
            return ((partial.hashCode() * 31 + Objects.hashCode(selected)) * 31 + Objects.hashCode(cascading)) * 31
                    + depth;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && depth == that.depth
                    && accepting == that.accepting
                    && partial.equals(that.partial)
                    && Objects.equals(selected, that.selected)
                    && Objects.equals(cascading, that.cascading);
        }
    }

    /** The states of one body in which expressions are still being matched, each once; the others lead to themselves. */
    private static final class Automaton {
        private final Map<Key, RuleState> states = new ConcurrentHashMap<>();

        RuleState state(Key key) {
            return states.computeIfAbsent(key, each -> new RuleState(this, each));
        }
    }

    private RuleState(Automaton automaton, Key key) {
        this.automaton = automaton;
        this.key = key;
        this.fieldNames = next(key, step -> step instanceof Field field ? field.name() : null);
        this.positions = next(key, step -> step instanceof Index index ? index.position() : null);
        this.fields = remembered(fieldNames);
        this.indexes = remembered(positions);
    }

    /** What the next steps of expressions name; most states are at the end of all of them. */
    private static <T> Set<T> next(Key key, Function<Token, @Nullable T> named) {
        Set<T> names = Set.of();
        for (PathRules rules : key.partial()) {
            T name = named.apply(rules.tokens().get(key.depth()));
            if (name != null) {
                names = names.isEmpty() ? new LinkedHashSet<>() : names;
                names.add(name);
            }
        }
        return names.isEmpty() ? names : Collections.unmodifiableSet(names);
    }

    private static <T> Map<T, RuleState> remembered(Set<T> names) {
        return names.isEmpty() ? Map.of() : new ConcurrentHashMap<>(names.size());
    }

    /** The state of a document's root. */
    static RuleState root(List<PathRules> rules) {
        List<PathRules> sorted = new ArrayList<>(rules);
        sorted.sort(PathRules.MOST_SPECIFIC_FIRST);
        return state(new Automaton(), 0, sorted, null, false);
    }

    /**
     * @param reaching expressions whose steps all lead here, and perhaps further; the most specific first
     * @param cascading of the place above
     */
    private static RuleState state(
            Automaton automaton,
            int depth,
            List<PathRules> reaching,
            @Nullable PathRules cascading,
            boolean accepting) {
        List<PathRules> partial = new ArrayList<>(reaching.size());
        PathRules exact = null;
        PathRules spreading = cascading;
        boolean acceptsBelow = accepting;
        for (PathRules rules : reaching) {
            if (rules.depth() > depth) {
                partial.add(rules);
                continue;
            }
            exact = exact == null ? rules : exact;
            spreading = rules.below() == null ? spreading : moreSpecific(rules, spreading);
            acceptsBelow |= rules.acceptsBelow();
        }
        Key key = new Key(depth, List.copyOf(partial), selected(exact, cascading), spreading, acceptsBelow);
        return partial.isEmpty() ? new RuleState(automaton, key) : automaton.state(key);
    }

    private static PathRules moreSpecific(PathRules one, @Nullable PathRules other) {
        return other == null || PathRules.MOST_SPECIFIC_FIRST.compare(one, other) < 0 ? one : other;
    }

    private static @Nullable Rules selected(@Nullable PathRules exact, @Nullable PathRules cascading) {
        if (exact != null && (cascading == null || PathRules.MOST_SPECIFIC_FIRST.compare(exact, cascading) <= 0)) {
            return exact.rules();
        }
        return cascading == null ? null : cascading.below();
    }

    /** The rules for the value here; null when there are none, and equality decides. */
    public @Nullable Rules selected() {
        return key.selected();
    }

    /** Whether a value here is accepted as it is, for no rules are selected and those above look at nothing but keys. */
    public boolean acceptsAnything() {
        return key.accepting() && key.selected() == null;
    }

    /** Whether no rules apply here or anywhere below. */
    public boolean isPlain() {
        return key.partial().isEmpty() && key.selected() == null && key.cascading() == null && !key.accepting();
    }

    /** Whether some expression goes on from here. */
    public boolean hasDeeperRules() {
        return !key.partial().isEmpty();
    }

    /** The state of the entry of a name. */
    public RuleState field(String name) {
        if (!fieldNames.contains(name)) {
            return otherField();
        }
        RuleState known = fields.get(name);
        if (known == null) {
            known = next(rules -> rules.takesField(key.depth(), name));
            fields.put(name, known);
        }
        return known;
    }

    /** The state of an entry that has two names, either of which may stand in an expression. */
    public RuleState field(String name, String alias) {
        if (name.equals(alias)) {
            return field(name);
        }
        boolean named = fieldNames.contains(name) || fieldNames.contains(alias);
        return named
                ? next(rules -> rules.takesField(key.depth(), name) || rules.takesField(key.depth(), alias))
                : otherField();
    }

    /** The state of the element at a position from 0. */
    public RuleState index(int position) {
        if (!positions.contains(position)) {
            return otherIndex();
        }
        RuleState known = indexes.get(position);
        if (known == null) {
            known = next(rules -> rules.takesIndex(key.depth(), position));
            indexes.put(position, known);
        }
        return known;
    }

    /** The state of every entry that no expression names. */
    public RuleState otherField() {
        RuleState known = otherField;
        if (known == null) {
            known = next(rules -> rules.takesOtherField(key.depth()));
            otherField = known;
        }
        return known;
    }

    /** The state of every element that no expression names. */
    public RuleState otherIndex() {
        RuleState known = otherIndex;
        if (known == null) {
            known = next(rules -> rules.takesOtherIndex(key.depth()));
            otherIndex = known;
        }
        return known;
    }

    /** The names of entries that an expression names here. */
    public Set<String> fieldNames() {
        return fieldNames;
    }

    /** The positions of elements that an expression names here. */
    public Set<Integer> positions() {
        return positions;
    }

    private RuleState next(Predicate<PathRules> takes) {
        if (key.partial().isEmpty()) {
            return below();
        }
        List<PathRules> reaching = new ArrayList<>(key.partial().size());
        for (PathRules rules : key.partial()) {
            if (takes.test(rules)) {
                reaching.add(rules);
            }
        }
        return state(automaton, key.depth() + 1, reaching, key.cascading(), key.accepting());
    }

    /** Where all expressions have ended, the same rules apply at every depth from the next one on. */
    private RuleState below() {
        RuleState below = state(automaton, 0, List.of(), key.cascading(), key.accepting());
        return below.selected() == selected() ? this : below;
    }
}

package dev.contract.compare.accept;

import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.model.RuleGroup;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A shape that is made when it is first asked for: most are the same on both sides of a comparison, and where paths have stars, most are
 * never met. Two threads may make it twice, which does no harm.
 */
public final class Later implements Supplier<Shape> {
    public static final Later ANYTHING = new Later(() -> Shape.ANYTHING);

    private final Supplier<Shape> maker;
    private final @Nullable Origin origin;
    private final @Nullable Rules rules;
    private volatile @Nullable Shape made;

    /**
     * What makes a shape, where that is little.
     *
     * @param rules of a scalar; null for a value that no rules reach
     * @param strict whether objects in it have no other keys
     */
    private record Origin(JsonValue example, @Nullable RuleGroup rules, boolean strict) {}

    private Later(Supplier<Shape> maker, @Nullable Origin origin, @Nullable Rules rules) {
        this.maker = maker;
        this.origin = origin;
        this.rules = rules;
    }

    Later(Supplier<Shape> maker) {
        this(maker, null, null);
    }

    /** The shape of a value whose example is no object or array. */
    static Later scalar(JsonValue example, Rules rules) {
        return new Later(
                () -> ShapeCompiler.scalar(example, rules), new Origin(example, rules.asGroup(), false), rules);
    }

    /** The shape of a value that no rules reach, nor anything in it. */
    static Later plain(JsonValue example, boolean strict, Supplier<Shape> maker) {
        return new Later(maker, new Origin(example, null, strict), null);
    }

    /** Whether another accepts the same, as far as one sees it without making the shapes. */
    public boolean isSame(Later other) {
        return this == other || (origin != null && origin.equals(other.origin));
    }

    /** The example, where it is known to be accepted without making the shape. */
    public Optional<JsonValue> example() {
        if (origin == null) {
            return Optional.empty();
        }
        JsonValue example = origin.example();
        boolean accepted = rules == null || rules.refusals(example, example).isEmpty();
        return accepted ? Optional.of(example) : Optional.empty();
    }

    @Override
    public Shape get() {
        Shape known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}

package dev.contract.compare.usage;

import dev.contract.openapi.document.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What schemas of an OpenAPI document say of something, each read once, however many others it is a part of.
 *
 * <p>One that lies in itself says nothing there. What was read without it counts for its parts only while it is read, for by themselves they
 * have all of it. Nothing is said either beyond {@value #DEEPEST} parts within each other, or after {@value #MOST_VISITS} questions. One
 * thread at a time.
 */
final class SchemaReading<T> {
    private static final int DEEPEST = 100;
    private static final int MOST_VISITS = 200_000;

    /** Around all depths: what was cut off somewhere is kept for none of them, for met less deep it says more. */
    private static final int CUT = -1;

    private final T nothing;
    private final Function<Node, T> reader;
    private final Map<Node, T> known = new HashMap<>();

    /** The schemas that are being read, with their depths. */
    private final Map<Node, Integer> around = new HashMap<>();

    /** The least depth of one that was met in itself since the innermost reading began. */
    private int outermostMet = Integer.MAX_VALUE;

    private int visits;

    SchemaReading(T nothing, Function<Node, T> reader) {
        this.nothing = nothing;
        this.reader = reader;
    }

    T of(Node reference) {
        visits++; // following a reference is work as well, and is done also where what it leads to is known
        if (visits > MOST_VISITS) {
            return nothing;
        }
        Node schema = reference.resolved().orElse(reference);
        @Nullable T said = known.get(schema);
        if (said != null) {
            return said;
        }
        @Nullable Integer met = around.get(schema);
        if (met != null) {
            outermostMet = Math.min(outermostMet, met);
            return nothing;
        }
        if (around.size() >= DEEPEST) {
            outermostMet = CUT;
            return nothing;
        }
        return read(schema);
    }

    private T read(Node schema) {
        int depth = around.size();
        int metBefore = outermostMet;
        outermostMet = Integer.MAX_VALUE;
        around.put(schema, depth);
        T said = reader.apply(schema);
        around.remove(schema);
        if (outermostMet >= depth) {
            known.put(schema, said);
            outermostMet = metBefore;
        } else {
            outermostMet = Math.min(outermostMet, metBefore);
        }
        return said;
    }
}

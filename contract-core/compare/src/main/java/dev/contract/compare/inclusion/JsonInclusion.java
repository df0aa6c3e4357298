package dev.contract.compare.inclusion;

import dev.contract.compare.accept.Later;
import dev.contract.compare.accept.Lists;
import dev.contract.compare.accept.Members;
import dev.contract.compare.accept.Shape;
import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.accept.Unclear;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether all JSON values of one shape are of another: kind by kind, place by place. What is not proven becomes a {@link Difference} with
 * documents that may show the opposite. One comparison.
 */
final class JsonInclusion {
    private static final int MOST_STEPS = 100_000;

    /** Of a place, and of each document that is made to show something there, in steps. */
    private static final long WORK = 20;

    private static final String TOO_LARGE = "the documents are too large to be compared to the end";
    private static final String ALTERNATIVES =
            "none of several alternatives is proven to hold all of it, and no value shows the opposite";

    private final int[] steps;
    private final List<Difference<JsonValue>> found = new ArrayList<>();

    private JsonInclusion(int[] steps) {
        this.steps = steps;
    }

    /** The places where it is not proven; none when all values are. */
    static List<Difference<JsonValue>> differences(Shape inner, Shape outer) {
        JsonInclusion inclusion = new JsonInclusion(new int[] {0});
        inclusion.compare(inner, outer, Spot.ROOT);
        return inclusion.found;
    }

    private List<Difference<JsonValue>> aside(Shape inner, Shape outer, Spot spot) {
        JsonInclusion inclusion = new JsonInclusion(steps);
        inclusion.compare(inner, outer, spot);
        return inclusion.found;
    }

    /** What would be found, on the side. */
    List<Difference<JsonValue>> aside(Later inner, Later outer, Spot spot) {
        return inner.isSame(outer) ? List.of() : aside(inner.get(), outer.get(), spot);
    }

    /** Whether it is proven; nothing more is when the work is spent. */
    boolean isIncluded(Later inner, Later outer) {
        Budget.spend(1); // also where both are seen to be the same
        return !Budget.isSpent() && aside(inner, outer, Spot.ROOT).isEmpty();
    }

    void compare(Later inner, Later outer, Spot spot) {
        if (!inner.isSame(outer)) {
            compare(inner.get(), outer.get(), spot);
        }
    }

    void compare(Shape inner, Shape outer, Spot spot) {
        if (outer.isAnything()) {
            return;
        }
        Budget.spend(WORK);
        if (++steps[0] > MOST_STEPS || Budget.isSpent()) {
            doubt(inner, outer, spot, Budget.isSpent() ? Budget.SPENT : TOO_LARGE, List.of());
            return;
        }
        List<JsonValue> values = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        scalars(inner, outer, values, reasons);
        if (!inner.arrays().isEmpty() && outer.arrays().isEmpty()) {
            values.add(Samples.array(inner.arrays().get(0), inner.example()));
        }
        if (!inner.objects().isEmpty() && outer.objects().isEmpty()) {
            values.add(Samples.object(inner.objects().get(0), inner.example()));
        }
        if (!values.isEmpty() || !reasons.isEmpty()) {
            doubt(inner, outer, spot, reasons.isEmpty() ? "no value shows it" : reasons.get(0), values);
        }
        containers(inner, outer, spot);
    }

    private static void scalars(Shape inner, Shape outer, List<JsonValue> values, List<String> reasons) {
        texts(inner.strings(), outer.strings(), Carrier.STRING, JsonString::of, values, reasons);
        texts(inner.numbers(), outer.numbers(), Carrier.NUMBER, JsonNumber::parse, values, reasons);
        inner.booleans().stream()
                .filter(value -> !outer.booleans().contains(value))
                .forEach(value -> values.add(JsonBoolean.of(value)));
        if (inner.nulls() && !outer.nulls()) {
            values.add(JsonNull.NULL);
        }
    }

    private static void texts(
            Texts inner,
            Texts outer,
            Carrier carrier,
            Function<String, JsonValue> value,
            List<JsonValue> values,
            List<String> reasons) {
        TextInclusion.Answer answer = TextInclusion.of(inner, outer, carrier);
        if (answer.outside() != null) {
            values.add(value.apply(answer.outside()));
        } else if (!answer.isIncluded()) {
            reasons.add(answer.reason());
        }
    }

    private void containers(Shape inner, Shape outer, Spot spot) {
        if (!outer.arrays().isEmpty()) {
            for (Lists each : inner.arrays()) {
                oneOf(each, outer.arrays(), inner, outer, spot, (one, other, side) -> new ArrayInclusion(side)
                        .compare(one, other, inner, outer, spot));
            }
        }
        if (!outer.objects().isEmpty()) {
            for (Members each : inner.objects()) {
                oneOf(each, outer.objects(), inner, outer, spot, (one, other, side) -> new ObjectInclusion(side)
                        .compare(one, other, inner, outer, spot));
            }
        }
    }

    /** Tells all that a comparison finds in a place as one difference of the place. */
    void asOne(Shape inner, Shape outer, Spot spot, Consumer<JsonInclusion> comparison) {
        JsonInclusion side = new JsonInclusion(steps);
        comparison.accept(side);
        if (!side.found.isEmpty()) {
            String reason = side.found.get(0).reason();
            found.add(new Difference<>(spot.path(), inner.toString(), outer.toString(), reason, candidates(side)));
        }
    }

    private static List<JsonValue> candidates(JsonInclusion side) {
        return side.found.stream().flatMap(each -> each.candidates().stream()).toList();
    }

    private interface Comparison<C> {
        void compare(C inner, C outer, JsonInclusion side);
    }

    /** One of several has to hold all of it; what no two of them hold together is not looked for. */
    private <C> void oneOf(C inner, List<C> outer, Shape one, Shape other, Spot spot, Comparison<C> comparison) {
        if (outer.size() == 1) {
            comparison.compare(inner, outer.get(0), this);
            return;
        }
        List<JsonValue> candidates = new ArrayList<>();
        for (C each : outer) {
            JsonInclusion side = new JsonInclusion(steps);
            comparison.compare(inner, each, side);
            if (side.found.isEmpty()) {
                return;
            }
            candidates.addAll(candidates(side));
        }
        found.add(new Difference<>(spot.path(), one.toString(), other.toString(), ALTERNATIVES, candidates));
    }

    /** @param values to stand at the place */
    void doubt(Shape inner, Shape outer, Spot spot, String reason, List<? extends JsonValue> values) {
        doubt(inner.toString(), outer.toString(), spot.path(), spot, reason, values);
    }

    void doubt(String inner, String outer, String path, Spot spot, String reason, List<? extends JsonValue> values) {
        List<JsonValue> candidates = new ArrayList<>();
        for (JsonValue value : values) {
            if (candidates.size() < Inclusion.MOST_CANDIDATES && !Budget.isSpent()) {
                Budget.spend(WORK);
                candidates.add(spot.whole().apply(value));
            }
        }
        found.add(new Difference<>(path, inner, outer, reason, candidates));
    }

    void add(Difference<JsonValue> difference) {
        found.add(difference);
    }

    /** What the outer demands beyond what anybody understands, unless the inner demands the same. */
    void unclear(
            List<Unclear> inner,
            List<Unclear> outer,
            Shape one,
            Shape other,
            Spot spot,
            Supplier<? extends JsonValue> sample) {
        for (Unclear each : outer) {
            if (!inner.contains(each)) {
                doubt(one, other, spot, each.reason(), List.of(sample.get()));
            }
        }
    }
}

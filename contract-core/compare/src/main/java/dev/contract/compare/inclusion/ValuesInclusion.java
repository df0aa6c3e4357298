package dev.contract.compare.inclusion;

import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.compare.accept.Texts;
import dev.contract.compare.accept.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether all values that one accepts for a name are accepted by the other. */
final class ValuesInclusion {
    private static final int MOST = 100;
    private static final int MOST_SHOWN = 10;
    private static final String NO_VALUE = "no value shows it";

    private ValuesInclusion() {}

    /** The difference, with lists of values that may show it; empty when it is proven that there is none. */
    static Optional<Difference<List<String>>> difference(String name, Values inner, Values outer) {
        List<List<String>> candidates = new ArrayList<>();
        String reason = outer.doubt();
        if (inner.min() < outer.min() || inner.max() > outer.max()) {
            candidates.add(sample(inner, Math.max(inner.min(), outer.min() - 1)));
            candidates.add(sample(inner, Math.min(Math.min(inner.max(), MOST), outer.max() + 1L)));
            reason = "no number of values shows it";
        }
        int known = Math.max(inner.first().size(), outer.first().size()) + 1;
        for (int i = 0; i < Math.min(known, inner.max()); i++) {
            TextInclusion.Answer answer = TextInclusion.of(inner.at(i), outer.at(i), inner.carrier());
            if (answer.outside() != null && i < MOST) {
                candidates.add(with(i, answer.outside(), inner));
            }
            reason = answer.isIncluded() ? reason : answer.reason().isEmpty() ? NO_VALUE : answer.reason();
        }
        boolean proven = reason.isEmpty();
        return proven
                ? Optional.empty()
                : Optional.of(new Difference<>(name, words(inner), words(outer), reason, candidates));
    }

    private static List<String> with(int position, @Nullable String text, Values inner) {
        List<String> values = new ArrayList<>(sample(inner, position + 1));
        values.set(position, String.valueOf(text));
        return values;
    }

    /** Values of a number, or of the one nearest to it that is accepted. */
    static List<String> sample(Values values, long wanted) {
        long count = Math.min(Math.max(wanted, values.min()), values.max());
        List<String> sample = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST); i++) {
            sample.add(text(values.at(i), values.carrier()));
        }
        return sample;
    }

    private static String text(Texts texts, Carrier carrier) {
        String example = texts.rows().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(rule -> rule.example().text())
                .orElse("text");
        return Samples.text(texts, example, carrier).orElse(example);
    }

    static String words(Values values) {
        Texts first = values.at(0);
        if (values.min() == values.max() && values.max() <= MOST_SHOWN) {
            List<String> each = IntStream.range(0, values.max())
                    .mapToObj(i -> values.at(i).toString())
                    .toList();
            if (Set.copyOf(each).size() > 1) {
                return String.join(", ", each);
            }
        }
        boolean usual = values.min() == 1 && (values.max() == 1 || values.max() == Integer.MAX_VALUE);
        String count = usual ? "" : ", " + count(values);
        return first + count;
    }

    private static String count(Values values) {
        if (values.max() == Integer.MAX_VALUE) {
            return "at least " + values.min() + " values";
        }
        return values.min() == values.max()
                ? values.min() + " values"
                : values.min() + " to " + values.max() + " values";
    }
}

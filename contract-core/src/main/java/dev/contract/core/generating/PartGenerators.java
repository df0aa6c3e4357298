package dev.contract.core.generating;

import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The generators of one part that can be used on this side, and what is wrong with the others. One thread at a time. */
final class PartGenerators {
    private final Generators data;
    private final GenerationContext context;
    private final List<Problem> problems = new ArrayList<>();
    private final List<BodyGenerator> inBody;

    PartGenerators(Generators data, MatchingRules rules, GenerationContext context) {
        this.data = data;
        this.context = context;
        this.inBody = new BodyGenerators(context, problems).of(data.of(Category.BODY), rules.of(Category.BODY));
    }

    /** Whether there is nothing to do and nothing to tell. */
    boolean isEmpty() {
        return data.byCategory().isEmpty() && inBody.isEmpty() && problems.isEmpty();
    }

    List<Problem> problems() {
        return problems;
    }

    List<BodyGenerator> inBody() {
        return inBody;
    }

    /** The generators of a category by key. */
    Map<String, UsableGenerator> of(Category category) {
        Map<String, UsableGenerator> usable = new LinkedHashMap<>();
        data.of(category)
                .forEach((key, generator) -> UsableGenerator.of(place(category, key), generator, context, problems)
                        .ifPresent(each -> usable.put(key, each)));
        return usable;
    }

    /** The generator of a category that has only one value; null when it has none. */
    @Nullable
    UsableGenerator single(Category category) {
        Map<String, Generator> byKey = data.of(category);
        return byKey.isEmpty()
                ? null
                : of(category).values().stream().findFirst().orElse(null);
    }

    private static String place(Category category, String key) {
        return category.isSingle() ? category.text() : category.text() + " " + key;
    }
}

package dev.contract.draft.foreign;

import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonObject;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import dev.contract.core.regex.RegexSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Texts that match regular expressions: other tools need none, and a contract has one beside each rule. */
final class Examples {
    /** What people would write, as far as it matches. */
    private static final List<String> USUAL = List.of(
            "42",
            "7",
            "1.5",
            "true",
            "abc",
            "ABC",
            "some text",
            "2024-02-29",
            "12:30:00",
            "2024-02-29T12:30:00Z",
            "2024-02-29T12:30:00",
            "e2490de5-5bd3-43d5-b7c4-526e33f71304",
            "user@example.com",
            "https://example.com/",
            "127.0.0.1",
            "application/json",
            "Bearer example-secret",
            "Basic dXNlcjpwYXNzd29yZA==");

    private Examples() {}

    /** The same text for the same expression; empty when it is none, or none can be made for it. */
    static Optional<String> of(String regex) {
        try {
            BoundedRegex bounded = BoundedRegex.parse(regex);
            return USUAL.stream()
                    .filter(text -> bounded.judge(text) == Verdict.MATCH)
                    .findFirst()
                    .or(() -> generated(regex).filter(text -> bounded.judge(text) == Verdict.MATCH));
        } catch (RegexSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> generated(String regex) {
        String name = "example";
        Generator generator =
                new Generator("Regex", JsonObject.builder().put("regex", regex).build());
        ResponsePart part = ResponsePart.of(
                HttpResponse.of(200).withHeader(name, ""),
                MatchingRules.NONE,
                Generators.NONE.with(Category.HEADER, name, generator));
        GenerationContext context = GenerationContext.builder()
                .random(new SplittableRandom(regex.hashCode()))
                .build();
        return Generation.apply(part, context).value().example().headers().first(name);
    }
}

package dev.contract.consumer.variation;

import dev.contract.core.body.Body;
import dev.contract.core.generating.Generation;
import dev.contract.core.generating.GenerationContext;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generator;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Texts that match an expression: each of its alternatives, where it is a list of words, and some made at random. */
final class RegexTexts {
    private static final int MADE = 8;
    private static final int MOST_WORDS = 100;
    private static final Pattern WORDS = Pattern.compile("\\^?\\(?(?:\\?:)?([\\w /-]+(?:\\|[\\w /-]+)+)\\)?\\$?");

    private RegexTexts() {}

    static List<Alternative> of(MatchingRule rule, RandomGenerator random) {
        String regex = rule.attributes().string("regex").orElse("");
        if (!rule.type().equals("regex") || regex.isEmpty()) {
            return List.of();
        }
        java.util.regex.Matcher words = WORDS.matcher(regex);
        return words.matches() ? listed(words.group(1)) : made(regex, random);
    }

    private static List<Alternative> listed(String words) {
        return Pattern.compile("\\|")
                .splitAsStream(words)
                .limit(MOST_WORDS)
                .map(word -> Alternative.text(word, "another alternative"))
                .toList();
    }

    /** The shortest and the longest first: they differ most from any other. */
    private static List<Alternative> made(String regex, RandomGenerator random) {
        List<String> texts = new ArrayList<>(distinct(regex, random));
        texts.sort(Comparator.comparingInt(String::length));
        if (texts.size() > 2) {
            Collections.swap(texts, 1, texts.size() - 1);
        }
        return texts.stream()
                .map(text -> Alternative.text(text, "another match of its expression"))
                .toList();
    }

    private static Set<String> distinct(String regex, RandomGenerator random) {
        Generator generator =
                new Generator("Regex", JsonObject.builder().put("regex", regex).build());
        List<JsonValue> examples = Collections.nCopies(MADE, JsonString.of(""));
        MessagePart part = new MessagePart(
                Body.json(JsonArray.of(examples)),
                JsonObject.EMPTY,
                MatchingRules.NONE,
                Generators.NONE.with(Category.BODY, "$[*]", generator),
                JsonObject.EMPTY);
        GenerationContext context = GenerationContext.builder().random(random).build();
        Body made = Generation.apply(part, context).value().contents();
        Set<String> texts = new LinkedHashSet<>();
        JsonReader.read(made.bytes()).asArray().orElse(JsonArray.EMPTY).forEach(text -> texts.add(text.text()));
        return texts;
    }
}

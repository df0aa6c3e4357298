package dev.contract.compare.accept;

import dev.contract.compare.accept.Lists.Elements;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is accepted, in words that stand behind "where only … is accepted". */
final class Words {
    /** Of an example or rule where it stands alone; reports cut it to their width. */
    private static final int LONGEST = 10_000;

    /** Of one in a sentence. */
    private static final int BRIEF = 80;

    private static final int MOST_CONTAINED = 3;

    private Words() {}

    static String of(Shape shape) {
        if (shape.isAnything()) {
            return "anything";
        }
        List<String> kinds = new ArrayList<>();
        shape.objects().forEach(object -> kinds.add(object.nonEmpty() ? "an object that is not empty" : "an object"));
        shape.arrays().forEach(array -> kinds.add(of(array)));
        add("string", shape.strings(), kinds);
        add("number", shape.numbers(), kinds);
        add(shape, kinds);
        return kinds.isEmpty() ? "nothing" : kinds.stream().distinct().collect(Collectors.joining(" or "));
    }

    private static void add(Shape shape, List<String> kinds) {
        boolean byText = shape.strings().rows().stream()
                .flatMap(List::stream)
                .anyMatch(rule -> !rule.rule().type().equals("boolean"));
        if (!byText && shape.booleans().size() == 2) {
            kinds.add("a boolean");
        } else if (!byText) {
            shape.booleans().forEach(value -> kinds.add(value.toString()));
        }
        if (shape.nulls()) {
            kinds.add("null");
        }
    }

    private static void add(String kind, Texts texts, List<String> kinds) {
        if (texts.isAll()) {
            kinds.add("any " + kind);
        } else if (!texts.isNone()) {
            kinds.add(of(texts));
        }
    }

    static String of(Texts texts) {
        if (texts.isAll()) {
            return "any text";
        }
        return texts.isNone()
                ? "nothing"
                : texts.rows().stream()
                        .map(row -> row.stream()
                                .map(rule -> of(rule, LONGEST))
                                .distinct()
                                .collect(Collectors.joining(" and ")))
                        .distinct()
                        .collect(Collectors.joining(" or "));
    }

    static String of(TextRule rule) {
        return of(rule, BRIEF);
    }

    private static String of(TextRule rule, int longest) {
        JsonObject attributes = rule.rule().attributes();
        boolean number = rule.carrier() == TextRule.Carrier.NUMBER;
        return switch (rule.rule().type()) {
            case "regex" ->
                rule.atLeast()
                        .map(bound -> "a number from " + bound + " on")
                        .or(() -> rule.atMost().map(bound -> "a number up to " + bound))
                        .orElseGet(() -> "text that matches " + quoted(attributes, "regex", longest));
            case "include" -> "text that includes " + quoted(attributes, "value", longest);
            case "integer" -> "an integer";
            case "decimal" -> "a decimal number";
            case "number" -> "a number";
            case "date", "time", "datetime" ->
                "a " + rule.rule().type()
                        + attributes
                                .string("format")
                                .map(format -> " of format '" + format + "'")
                                .orElse("");
            case "boolean" -> "'true' or 'false'";
            case "semver" -> "a semantic version";
            case "notEmpty" -> number ? "any number" : "text that is not empty";
            case "contentType" -> "content of type " + quoted(attributes, "value", longest);
            case "statusCode" ->
                "a status of class "
                        + attributes.get("status").map(JsonValue::text).orElse("success");
            case "type", "values" ->
                attributes.has("schema") ? "a value that obeys its schema" : number ? "any number" : "any text";
            default -> number ? rule.example().text() : "'" + cut(rule.example().text(), longest) + "'";
        };
    }

    private static String quoted(JsonObject attributes, String name, int longest) {
        return "'" + cut(attributes.get(name).map(JsonValue::text).orElse(""), longest) + "'";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    static String of(Lists array) {
        String more = array instanceof Elements elements ? contained(elements.contained()) : " in any order";
        return "an array" + size(array.min(), array.max()) + more;
    }

    private static String contained(List<Later> contained) {
        int more = contained.size() - MOST_CONTAINED;
        return contained.isEmpty()
                ? ""
                : contained.stream()
                        .limit(MOST_CONTAINED)
                        .map(each -> each.get().toString())
                        .distinct()
                        .collect(Collectors.joining(" and ", " with ", more > 0 ? " and " + more + " more" : ""));
    }

    private static String size(int min, int max) {
        if (max == Integer.MAX_VALUE) {
            return min == 0 ? "" : " of at least " + elements(min);
        }
        String range = min == max ? " of " : min == 0 ? " of at most " : " of " + min + " to ";
        return range + elements(max);
    }

    private static String elements(int count) {
        return count + (count == 1 ? " element" : " elements");
    }
}

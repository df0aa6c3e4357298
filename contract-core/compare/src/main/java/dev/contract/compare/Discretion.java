package dev.contract.compare;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.secret.Secrets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences about a place in which values stand, as they may be shown: the words stay, and what is secret is masked. */
final class Discretion {
    private static final Pattern QUOTED = Pattern.compile("(['\"]).*\\1", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\b\\d[\\d.eE+-]*");
    private static final Pattern LIST = Pattern.compile("\\[.*]", Pattern.DOTALL);
    private static final Pattern AROUND = Pattern.compile("^\"|\"$");
    private static final Pattern MASKED = Pattern.compile("'?\\Q" + Secrets.MASK + "\\E'?");
    private static final Pattern OF_A_REGEX = Pattern.compile("text that matches '(.*)'", Pattern.DOTALL);

    /** What of a regular expression stands for no text of its own, and the words with which credentials begin. */
    private static final Pattern OPEN =
            Pattern.compile("\\[\\^?(?:[a-zA-Z0-9]-[a-zA-Z0-9]|\\\\[dDwWsS.]|[\\p{Punct}\\s&&[^\\\\\\[\\]]]){0,50}]"
                    + "|\\\\[dDwWsSbB.]|\\{\\d{1,4}(?:,\\d{0,4})?}|\\(\\?[a-z]{0,3}[:)]|\\b(?:Basic|Bearer)\\b");

    private static final Pattern LITERAL = Pattern.compile("[^\\p{Punct}\\s]|\\\\");

    private Discretion() {}

    /** @param place a path of a body, or a name, with or without the part of an exchange before it */
    static String shown(String place, String sentence) {
        if (!Secrets.isName(name(place))) {
            return Secrets.masked(sentence);
        }
        Matcher regex = OF_A_REGEX.matcher(sentence);
        return regex.matches() && isOpen(regex.group(1)) ? sentence : hidden(sentence);
    }

    private static String hidden(String sentence) {
        String quoted = QUOTED.matcher(sentence).replaceAll("$1" + Secrets.MASK + "$1");
        String listed = LIST.matcher(quoted).replaceAll("[" + Secrets.MASK + "]");
        return NUMBER.matcher(listed).replaceAll(Secrets.MASK);
    }

    /** Whether a regular expression has nothing in it that could be a part of a secret. */
    private static boolean isOpen(String regex) {
        return !LITERAL.matcher(OPEN.matcher(regex).replaceAll("")).find();
    }

    /** Two that are masked would look the same: in words they do not. */
    static String told(String masked, String words) {
        return MASKED.matcher(masked).matches() ? words : masked + ", with " + words;
    }

    /** What a matcher refuses, as it may be shown: where, and why. */
    static String shown(Mismatch refusal) {
        String place = refusal.where();
        String sentence = refusal.message();
        if (!Secrets.isName(name(place))) {
            return shown(place, refusal.toString());
        }
        boolean unequal = shows(refusal.expected(), sentence) && shows(refusal.actual(), sentence);
        if (unequal && !sentence.contains(" type ")) {
            return place + " -> Expected another secret value";
        }
        String named = "'" + place + "'";
        boolean begins = sentence.contains(named) && sentence.indexOf('\'') == sentence.indexOf(named);
        int values = begins ? sentence.indexOf(named) + named.length() : 0;
        return place + " -> " + sentence.substring(0, values) + hidden(sentence.substring(values));
    }

    /** A JSON value with all that is secret in it masked. */
    static JsonValue shown(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder shown = JsonObject.builder();
            object.forEach((name, member) -> shown.put(
                    name,
                    Secrets.isName(name) && !(member instanceof JsonObject)
                            ? JsonString.of(Secrets.MASK)
                            : shown(member)));
            return shown.build();
        }
        if (value instanceof JsonArray array) {
            return JsonArray.of(array.stream().map(Discretion::shown).toList());
        }
        String text = value.text();
        String masked = Secrets.masked(text);
        return masked.equals(text) ? value : JsonString.of(masked);
    }

    private static boolean shows(@Nullable String value, String sentence) {
        return value != null && sentence.contains(AROUND.matcher(value).replaceAll(""));
    }

    /** Of a path, the name at its end: what lies in an object is no secret for the name of the object. */
    private static String name(String place) {
        Optional<RulePath> path = place.startsWith("$") ? RulePath.parse(place) : Optional.empty();
        return path.map(RulePath::tokens)
                .flatMap(tokens -> tokens.stream()
                        .filter(Field.class::isInstance)
                        .map(token -> ((Field) token).name())
                        .reduce((one, next) -> next))
                .orElse(place);
    }
}

package dev.contract.core.model;

import dev.contract.core.json.JsonValue;
import dev.contract.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parsed path expression of a rule: {@code $.orders[*]['user-id']}.
 *
 * <p>Grammar: {@code $}, then any number of {@code .name}, {@code .*}, {@code [digits]}, {@code [*]} and {@code ['chars']}. Source:
 * Pact specification V2, "Matching rules", with the names that V3 and V4 data use ({@code @} and {@code #} for XML). Two habits of
 * real writers are accepted: a quote inside a bracketed name, raw or behind a backslash. Immutable.
 *
 * @param tokens after the root
 */
public record RulePath(List<Token> tokens) {
    /** One step of a path. */
    public sealed interface Token {}

    /** A key of exactly this text. */
    public record Field(String name) implements Token {}

    /** An element of an array, counted from 0. */
    public record Index(int position) implements Token {}

    /** {@code .*}: any one entry, key or index. */
    public record AnyEntry() implements Token {}

    /** {@code [*]}: any one element of an array, but no key. */
    public record AnyIndex() implements Token {}

    public static final RulePath ROOT = new RulePath(List.of());

    public RulePath {
        tokens = List.copyOf(tokens);
    }

    /** The path of an expression; empty when it does not follow the grammar. */
    public static Optional<RulePath> parse(String expression) {
        return new Parser(expression).path();
    }

    /** This path with one more step. */
    public RulePath then(Token token) {
        List<Token> longer = new ArrayList<>(tokens);
        longer.add(token);
        return new RulePath(longer);
    }

    /** Whether it names one place: by keys and positions, without wildcards. */
    public boolean isPlain() {
        return tokens.stream().allMatch(token -> token instanceof Field || token instanceof Index);
    }

    /** The value that stands at this path in another; empty when there is none, and for every path that has a wildcard. */
    public Optional<JsonValue> in(JsonValue root) {
        Optional<JsonValue> value = Optional.of(root);
        for (Token token : tokens) {
            value = value.flatMap(each -> step(each, token));
        }
        return value;
    }

    private static Optional<JsonValue> step(JsonValue value, Token token) {
        if (token instanceof Field field) {
            return value.asObject().flatMap(object -> object.get(field.name()));
        }
        return token instanceof Index index
                ? value.asArray()
                        .filter(array -> index.position() < array.size())
                        .map(array -> array.get(index.position()))
                : Optional.empty();
    }

    /**
     * The text of the element or attribute that stands at this path in a document of XML: {@code $.order.item[1].@id}, with the root as its first
     * step and names without their namespaces. Empty when there is none, and for every path that has a wildcard.
     */
    public Optional<String> in(XmlElement root) {
        return XmlWalk.text(root, tokens);
    }

    /**
     * A name as a step of an expression: {@code .name} where the grammar allows it, {@code ['…']} elsewhere. Quotes inside stand as they
     * are, unless the expression could then be read in another way.
     */
    public static String step(String name) {
        return isName(name) ? "." + name : "['" + (isAmbiguous(name) ? Quotes.escape(name) : name) + "']";
    }

    private static boolean isAmbiguous(String name) {
        return name.contains("'].") || name.contains("'][") || name.contains("\\'") || name.endsWith("\\");
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isNameCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Letters and digits of any script: writers put {@code größe} and {@code 名} behind a dot. */
    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || "_-:#@".indexOf(c) >= 0;
    }

    /** The expression in its usual spelling. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("$");
        for (Token token : tokens) {
            if (token instanceof Field field) {
                text.append(step(field.name()));
            } else if (token instanceof Index index) {
                text.append('[').append(index.position()).append(']');
            } else {
                text.append(token instanceof AnyEntry ? ".*" : "[*]");
            }
        }
        return text.toString();
    }

    /** One pass over an expression. */
    private static final class Parser {
        private static final int MOST_DIGITS = 9;

        private final String text;
        private final List<Token> tokens = new ArrayList<>(4);
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Optional<RulePath> path() {
            if (!text.startsWith("$")) {
                return Optional.empty();
            }
            at = 1;
            while (at < text.length()) {
                if (!step()) {
                    return Optional.empty();
                }
            }
            return Optional.of(new RulePath(tokens));
        }

        private boolean step() {
            return switch (text.charAt(at)) {
                case '.' -> dotted();
                case '[' -> text.startsWith("['", at) ? quoted() : bracketed();
                default -> false;
            };
        }

        private boolean dotted() {
            int start = at + 1;
            if (text.startsWith("*", start)) {
                at = start + 1;
                return tokens.add(new AnyEntry());
            }
            int end = start;
            while (end < text.length() && isNameCharacter(text.charAt(end))) {
                end++;
            }
            at = end;
            return end > start && tokens.add(new Field(text.substring(start, end)));
        }

        private boolean bracketed() {
            int end = text.indexOf(']', at);
            if (end < 0) {
                return false;
            }
            String inside = text.substring(at + 1, end);
            at = end + 1;
            if (inside.equals("*")) {
                return tokens.add(new AnyIndex());
            }
            boolean digits = !inside.isEmpty()
                    && inside.length() <= MOST_DIGITS
                    && inside.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits && tokens.add(new Index(Integer.parseInt(inside)));
        }

        /** Up to the first {@code ']} that a next step or the end follows and no backslash precedes: names may hold quotes. */
        private boolean quoted() {
            int start = at + 2;
            int first = -1;
            int end = text.indexOf("']", start);
            while (end >= 0 && !(closes(end + 2) && Quotes.isPlain(text, end))) {
                first = first < 0 && closes(end + 2) ? end : first;
                end = text.indexOf("']", end + 1);
            }
            // a name that ends in a backslash, from a writer who does not escape any
            end = end < 0 ? first : end;
            if (end <= start) {
                return false;
            }
            at = end + 2;
            return tokens.add(new Field(Quotes.unescape(text.substring(start, end))));
        }

        private boolean closes(int next) {
            return next == text.length() || text.charAt(next) == '.' || text.charAt(next) == '[';
        }
    }

    /** Backslashes count only in front of a quote, or of the end: elsewhere they are part of a name. */
    private static final class Quotes {
        private static final Pattern BEFORE_QUOTE_OR_END = Pattern.compile("(\\\\*)('|$)");

        static boolean isPlain(String text, int quote) {
            int at = quote;
            while (at > 0 && text.charAt(at - 1) == '\\') {
                at--;
            }
            return (quote - at) % 2 == 0;
        }

        static String escape(String name) {
            return BEFORE_QUOTE_OR_END.matcher(name).replaceAll(match -> {
                String quote = match.group(2).isEmpty() ? "" : "\\'";
                return Matcher.quoteReplacement(match.group(1).repeat(2) + quote);
            });
        }

        static String unescape(String name) {
            return BEFORE_QUOTE_OR_END.matcher(name).replaceAll(match -> {
                int backslashes = match.group(1).length();
                int kept = match.group(2).isEmpty() ? (backslashes + 1) / 2 : backslashes / 2;
                return Matcher.quoteReplacement("\\".repeat(kept) + match.group(2));
            });
        }
    }
}

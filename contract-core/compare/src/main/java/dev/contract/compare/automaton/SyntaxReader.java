package dev.contract.compare.automaton;

import dev.contract.compare.automaton.Syntax.Choice;
import dev.contract.compare.automaton.Syntax.Edge;
import dev.contract.compare.automaton.Syntax.One;
import dev.contract.compare.automaton.Syntax.Repeat;
import dev.contract.compare.automaton.Syntax.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads those expressions of {@link Pattern} that are regular. What a class of characters holds, Java's engine itself is asked. One pass
 * over one expression, which is known to be correct.
 */
final class SyntaxReader {
    private static final int MOST_NESTED = 200;

    /** Of classes of which Java's engine is asked, which each time looks at all characters there are. */
    private static final int MOST_ASKED = 50;

    private static final String REPETITIONS = "*+?{";
    private static final Syntax NOTHING = new Sequence(List.of());

    private final String text;
    private final Consumer<String> asking;
    private final Map<String, CharClass> asked = new HashMap<>();
    private int at;
    private int flags;
    private int nested;

    private SyntaxReader(String text, Consumer<String> asking) {
        this.text = text;
        this.asking = asking;
    }

    /** @param asking takes each class of characters before Java's engine is asked about it */
    static Syntax read(String regex, Consumer<String> asking) throws NotRegularException {
        SyntaxReader reader = new SyntaxReader(regex, asking);
        Syntax read = reader.choice();
        if (reader.at < regex.length()) {
            throw new NotRegularException("what stands at character " + (reader.at + 1) + " is not understood");
        }
        return read;
    }

    private Syntax choice() throws NotRegularException {
        if (++nested > MOST_NESTED) {
            throw new NotRegularException("its groups are nested too deeply");
        }
        int outside = flags;
        List<Syntax> ways = new ArrayList<>(List.of(sequence()));
        while (skip("|")) {
            ways.add(sequence());
        }
        flags = outside;
        nested--;
        return ways.size() == 1 ? ways.get(0) : new Choice(ways);
    }

    private Syntax sequence() throws NotRegularException {
        List<Syntax> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeated(atom()));
        }
        return parts.size() == 1 ? parts.get(0) : new Sequence(parts);
    }

    private Syntax repeated(Syntax atom) throws NotRegularException {
        if (!isRepetition()) {
            return atom;
        }
        Repeat repeated = quantified(atom);
        if (skip("+")) {
            throw new NotRegularException("it has a possessive repetition");
        }
        boolean greedy = !skip("?");
        if (isRepetition()) {
            throw new NotRegularException("it repeats a repetition, which Java's engine takes for nothing repeated");
        }
        return new Repeat(atom, repeated.least(), repeated.most(), greedy);
    }

    private boolean isRepetition() {
        return at < text.length() && REPETITIONS.indexOf(text.charAt(at)) >= 0;
    }

    private Repeat quantified(Syntax atom) throws NotRegularException {
        return switch (text.charAt(at++)) {
            case '*' -> new Repeat(atom, 0, Repeat.UNBOUNDED, true);
            case '+' -> new Repeat(atom, 1, Repeat.UNBOUNDED, true);
            case '?' -> new Repeat(atom, 0, 1, true);
            default -> counted(atom);
        };
    }

    private Repeat counted(Syntax atom) throws NotRegularException {
        int end = text.indexOf('}', at);
        String[] bounds = text.substring(at, end).split(",", -1);
        at = end + 1;
        try {
            int least = Integer.parseInt(bounds[0].strip());
            if (bounds.length == 1) {
                return new Repeat(atom, least, least, true);
            }
            String most = bounds[1].strip();
            return new Repeat(atom, least, most.isEmpty() ? Repeat.UNBOUNDED : Integer.parseInt(most), true);
        } catch (NumberFormatException e) {
            throw new NotRegularException("a repetition of it is not understood");
        }
    }

    private Syntax atom() throws NotRegularException {
        int c = text.codePointAt(at);
        return switch (c) {
            case '(' -> group();
            case '[' -> new One(bracketed());
            case '\\' -> escaped();
            case '{' -> throw new NotRegularException("it repeats nothing");
            case '^' -> start();
            default -> {
                at += Character.charCount(c);
                yield c == '.' ? new One(anyInLine()) : c == '$' ? new Edge(false) : literal(c);
            }
        };
    }

    private Syntax start() throws NotRegularException {
        if (has(Pattern.MULTILINE)) {
            throw new NotRegularException("its ^ means the start of a line, which an empty text does not have");
        }
        at++;
        return new Edge(true);
    }

    private CharClass anyInLine() {
        if (has(Pattern.DOTALL)) {
            return CharClass.ANY;
        }
        return has(Pattern.UNIX_LINES) ? CharClass.asJavaReads(".", Pattern.UNIX_LINES) : CharClass.IN_LINE;
    }

    private boolean caseless() {
        return has(Pattern.CASE_INSENSITIVE);
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private Syntax literal(int c) throws NotRegularException {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw new NotRegularException("it has half a character");
        }
        boolean cased = caseless() && (c >= 0x80 || Character.isLetter(c));
        if (cased && has(Pattern.UNICODE_CASE)) {
            return new One(asJavaReads(Pattern.quote(Character.toString(c))));
        }
        return new One(cased && c < 0x80 ? CharClass.bothCases(c) : CharClass.single(c));
    }

    /** Where classes lie in classes, their ends may be taken wrongly here: then Java's engine refuses what was cut out. */
    private CharClass asJavaReads(String source) throws NotRegularException {
        String key = ofCase() + source;
        CharClass known = asked.get(key);
        if (known != null) {
            return known;
        }
        if (asked.size() == MOST_ASKED) {
            throw new NotRegularException("it has more than " + MOST_ASKED + " different classes that are not simple");
        }
        asking.accept(key);
        try {
            CharClass found = CharClass.asJavaReads(source, ofCase());
            asked.put(key, found);
            return found;
        } catch (PatternSyntaxException e) {
            throw new NotRegularException("a class of it is not understood");
        }
    }

    private int ofCase() {
        return flags & (Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private Syntax group() throws NotRegularException {
        at++;
        int outside = flags;
        if (skip("?") && !skip(":")) {
            if (skip("<") && Character.isLetter(text.charAt(at))) {
                at = text.indexOf('>', at) + 1;
            } else if (inlineFlags()) {
                return NOTHING;
            }
        }
        Syntax inside = choice();
        flags = outside;
        if (!skip(")")) {
            throw new NotRegularException("a group of it is not understood");
        }
        return inside;
    }

    /** {@code (?i)}, which lasts to the end of the group around it, or {@code (?i:}; whether it was the former. */
    private boolean inlineFlags() throws NotRegularException {
        boolean on = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == ')' || c == ':') {
                return c == ')';
            }
            if (c == '-') {
                on = false;
            } else if (on) {
                flags |= flag(c);
            } else {
                flags &= ~flagToEnd(c);
            }
        }
        throw new NotRegularException("a group of it is not understood");
    }

    private static int flagToEnd(char c) throws NotRegularException {
        if (c == 'u' || c == 'U') {
            throw new NotRegularException("it ends its flag " + c + ", of which each engine makes something else");
        }
        return flag(c);
    }

    private static int flag(char c) throws NotRegularException {
        return switch (c) {
            case 'i' -> Pattern.CASE_INSENSITIVE;
            case 'm' -> Pattern.MULTILINE;
            case 's' -> Pattern.DOTALL;
            case 'd' -> Pattern.UNIX_LINES;
            case 'u' -> Pattern.UNICODE_CASE;
            case 'U' -> Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;
            case '=', '!', '<' -> throw new NotRegularException("it looks ahead or behind");
            case '>' -> throw new NotRegularException("it has a group that does not go back");
            default -> throw new NotRegularException("its flag " + c + " is not understood");
        };
    }

    /** Classes may hold classes. */
    private CharClass bracketed() throws NotRegularException {
        int start = at;
        boolean ofUnicode = has(Pattern.UNICODE_CHARACTER_CLASS) || (caseless() && has(Pattern.UNICODE_CASE));
        CharClass simple = ofUnicode ? null : SimpleClass.read(text, start, caseless());
        int depth = 0;
        do {
            char c = text.charAt(at);
            if (text.startsWith("\\Q", at)) {
                throw new NotRegularException("a class of it has a quotation");
            }
            at += c == '\\' ? 2 : 1;
            depth += c == '[' ? 1 : c == ']' && !isFirst(start) ? -1 : 0;
        } while (depth > 0 && at < text.length());
        return simple != null ? simple : asJavaReads(text.substring(start, at));
    }

    /** Whether the bracket just read is the first character of its class, where Java takes it for an error or a text. */
    private boolean isFirst(int start) {
        String before = text.substring(start, at - 1);
        return before.equals("[") || before.equals("[^");
    }

    private Syntax escaped() throws NotRegularException {
        int start = at;
        char c = text.charAt(start + 1);
        at += 2;
        return switch (c) {
            case 'd', 'w', 's', 'D', 'W', 'S', 'h', 'H', 'v', 'V' -> new One(predefined(c));
            case 'p', 'P', 'N' -> new One(property(start));
            case 'A' -> new Edge(true);
            case 'z', 'Z' -> new Edge(false);
            case 'Q' -> quoted();
            case 'b', 'B', 'G', 'R', 'X' -> throw new NotRegularException("it has \\" + c);
            case 'k' -> throw new NotRegularException("it refers to a group");
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                throw new NotRegularException("\\" + c + " refers to a group");
            default -> literal(EscapedCharacter.read(text, start, end -> at = end));
        };
    }

    private CharClass property(int start) throws NotRegularException {
        at = text.startsWith("{", at) ? text.indexOf('}', at) + 1 : at + 1;
        return asJavaReads(text.substring(start, at));
    }

    private CharClass predefined(char c) throws NotRegularException {
        if (!has(Pattern.UNICODE_CHARACTER_CLASS)) {
            CharClass usual = SimpleClass.predefined(Character.toLowerCase(c));
            if (usual != null) {
                return Character.isLowerCase(c) ? usual : usual.negated();
            }
        }
        return asJavaReads("\\" + c);
    }

    private Syntax quoted() throws NotRegularException {
        int end = text.indexOf("\\E", at);
        String inside = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 2;
        if (at < text.length() && REPETITIONS.indexOf(text.charAt(at)) >= 0 && inside.length() != 1) {
            throw new NotRegularException("it repeats the last character of a quotation");
        }
        List<Syntax> parts = new ArrayList<>();
        for (int c : inside.codePoints().toArray()) {
            parts.add(literal(c));
        }
        return new Sequence(parts);
    }

    private boolean skip(String token) {
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }
}

package dev.contract.consumer.template;

import dev.contract.consumer.template.Helpers.Helper;
import dev.contract.consumer.template.TextTemplate.Piece;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Reads the places of a text: {@code {{source | helper argument | helper}}}, where a source is a quoted text or a name with steps, and
 * an argument a quoted text or a word. One pass over the text.
 */
final class TemplateReader {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final String text;
    private final String where;
    private int at;

    TemplateReader(String text, String where) {
        this.text = text;
        this.where = where;
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        while (at < text.length()) {
            int open = text.indexOf(OPEN, at);
            int end = open < 0 ? text.length() : open;
            if (end > at) {
                pieces.add(Piece.text(text.substring(at, end)));
            }
            at = end;
            if (open >= 0) {
                pieces.add(new Piece(true, place()));
            }
        }
        return pieces;
    }

    private Value place() {
        int open = at;
        at += OPEN.length();
        Value value = source();
        while (!isAt(CLOSE)) {
            if (at == text.length()) {
                throw refused(open, "a place is not closed", "end it with }}");
            }
            if (!isAt("|")) {
                throw refused(at, "a helper must follow a bar", "write {{" + "path | upper}}");
            }
            at++;
            value = changed(value);
        }
        at += CLOSE.length();
        return value;
    }

    private Value source() {
        skipBlanks();
        if (isAtQuote()) {
            JsonValue constant = JsonString.of(quoted());
            return asked -> constant;
        }
        int start = at;
        String word = word();
        String name = word.replaceFirst("[.\\[].*", "");
        BiFunction<Asked, List<Token>, JsonValue> source = Sources.ALL.get(name);
        if (source == null) {
            throw unknown(start, "there is no " + Quoted.text(name) + " in a request", name, Sources.ALL.keySet());
        }
        List<Token> steps = Sources.steps(word.substring(name.length()));
        if (steps == null) {
            throw refused(start, Quoted.text(word) + " is no path", "write for example json.items[0]['first name']");
        }
        return asked -> source.apply(asked, steps);
    }

    private Value changed(Value value) {
        skipBlanks();
        int start = at;
        String name = word();
        Helper helper = Helpers.ALL.get(name);
        if (helper == null) {
            throw unknown(start, "there is no helper " + Quoted.text(name), name, Helpers.ALL.keySet());
        }
        List<String> arguments = arguments();
        if (arguments.size() != helper.arguments()) {
            throw refused(
                    start,
                    "the helper " + Quoted.text(name) + " takes " + helper.arguments() + " arguments, not "
                            + arguments.size(),
                    ("write " + name + " " + helper.example()).strip());
        }
        UnaryOperator<JsonValue> change = prepared(helper, arguments, start);
        return asked -> change.apply(value.of(asked));
    }

    private UnaryOperator<JsonValue> prepared(Helper helper, List<String> arguments, int start) {
        try {
            return helper.preparing().apply(arguments);
        } catch (IllegalArgumentException e) {
            throw refused(start, String.valueOf(e.getMessage()), "correct the arguments of the helper");
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        skipBlanks();
        while (at < text.length() && !isAt("|") && !isAt(CLOSE)) {
            arguments.add(isAtQuote() ? quoted() : word());
            skipBlanks();
        }
        return arguments;
    }

    /** Up to a blank, a bar or the end of the place; names in brackets may hold them. */
    private String word() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !isAtSign("|") && !isAtSign(CLOSE)) {
            int bracketed = text.startsWith("['", at) ? text.indexOf("']", at) : -1;
            at = bracketed < 0 ? at + 1 : bracketed + 2;
        }
        if (at == start) {
            throw refused(start, "a name is missing", "write for example {{" + "path[1] | upper}}");
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int open = at;
        int close = text.indexOf(text.charAt(open), open + 1);
        if (close < 0) {
            throw refused(open, "a quote is not closed", "close it with " + text.charAt(open));
        }
        at = close + 1;
        return text.substring(open + 1, close);
    }

    private boolean isAtQuote() {
        return isAtSign("'") || isAtSign("\"");
    }

    private boolean isAt(String sign) {
        skipBlanks();
        return isAtSign(sign);
    }

    private boolean isAtSign(String sign) {
        return text.startsWith(sign, at);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ContractException unknown(int position, String what, String name, Collection<String> known) {
        return refused(position, what, NearNames.didYouMean(name, known, "take one of " + String.join(", ", known)));
    }

    private ContractException refused(int position, String what, String mend) {
        String before = text.substring(0, Math.min(position, text.length()));
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new ContractException(Problem.error("CONTRACT-TEMPLATE", what)
                .found("line " + line + ", column " + column + " of " + where)
                .mend(mend));
    }
}

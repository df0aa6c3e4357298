package dev.contract.compare.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule of a path, a regular expression, read as a template: what it spells out stays, between two slashes anything else is a parameter. */
final class RegexTemplate {
    private static final String SIGNS = "\\^$.|?*+()[]{}";
    private static final String ANYTHING = "{}";

    private final String regex;
    private final List<String> segments = new ArrayList<>();
    private final StringBuilder segment = new StringBuilder();
    private int depth;

    private RegexTemplate(String regex) {
        this.regex = regex;
    }

    /**
     * The template; empty when the expression is not made of as many segments as its example, or spells out all of them.
     *
     * @param example a path that it accepts
     */
    static Optional<String> of(String regex, String example) {
        RegexTemplate template = new RegexTemplate(bare(regex));
        return template.split() ? template.held(example.split("/", -1)) : Optional.empty();
    }

    private static String bare(String regex) {
        String start = regex.startsWith("^") ? regex.substring(1) : regex;
        return start.endsWith("$") && !start.endsWith("\\$") ? start.substring(0, start.length() - 1) : start;
    }

    /** False when it is an alternative of whole paths. */
    private boolean split() {
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            char escaped = c == '\\' && i + 1 < regex.length() ? regex.charAt(i + 1) : 0;
            if (depth == 0 && c == '|') {
                return false;
            }
            if (depth == 0 && (c == '/' || escaped == '/')) {
                segments.add(segment.toString());
                segment.setLength(0);
                i += escaped == 0 ? 0 : 1;
                continue;
            }
            segment.append(c);
            if (escaped != 0) {
                segment.append(escaped);
                i++;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
        segments.add(segment.toString());
        return depth == 0;
    }

    private Optional<String> held(String[] example) {
        if (example.length != segments.size()) {
            return Optional.empty();
        }
        boolean varies = false;
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < example.length; i++) {
            boolean literal = literal(segments.get(i)).equals(Optional.of(example[i]));
            template.append(i == 0 ? "" : "/").append(literal ? example[i] : ANYTHING);
            varies |= !literal;
        }
        return varies ? Optional.of(template.toString()) : Optional.empty();
    }

    /** What an expression spells out; empty when it leaves something open. */
    private static Optional<String> literal(String regex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length() && !Character.isLetterOrDigit(regex.charAt(i + 1))) {
                text.append(regex.charAt(++i));
            } else if (SIGNS.indexOf(c) >= 0) {
                return Optional.empty();
            } else {
                text.append(c);
            }
        }
        return Optional.of(text.toString());
    }
}

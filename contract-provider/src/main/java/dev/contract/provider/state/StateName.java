package dev.contract.provider.state;

import dev.contract.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a handler stands: {@code user {id} exists}. Each placeholder stands for at least one character, as few as
 * possible.
 */
final class StateName {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]*)}");

    private final String text;
    private final List<String> parameters = new ArrayList<>();
    private final Pattern pattern;
    private int literalCharacters;

    StateName(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int start = 0;
        while (matcher.find()) {
            literal(regex, text.substring(start, matcher.start()));
            regex.append("(.+?)");
            parameters.add(matcher.group(1));
            start = matcher.end();
        }
        literal(regex, text.substring(start));
        this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private void literal(StringBuilder regex, String literal) {
        regex.append(Pattern.quote(literal));
        literalCharacters += literal.length();
    }

    String text() {
        return text;
    }

    /** The name without its placeholders, to be compared with names that have something in their place. */
    String literal() {
        return PLACEHOLDER.matcher(text).replaceAll("");
    }

    /** The more of a name is literal, the better it fits what it matches; without placeholders it fits best. */
    int precision() {
        return parameters.isEmpty() ? Integer.MAX_VALUE : literalCharacters;
    }

    /** What stands in the placeholders; empty when the state has another name. */
    Optional<JsonObject> match(String state) {
        Matcher matcher = pattern.matcher(state);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        JsonObject.Builder values = JsonObject.builder();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(parameters.get(i), matcher.group(i + 1));
        }
        return Optional.of(values.build());
    }
}

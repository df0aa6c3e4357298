package dev.contract.core.multipart;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value of {@code Content-Disposition} (RFC 6266, RFC 7578): {@code form-data; name="avatar"; filename="me.png"}.
 *
 * <p>Immutable.
 *
 * @param type in lower case
 * @param parameters unquoted, by their names in lower case; an extended one, such as {@code filename*}, stands decoded under its plain
 *     name
 */
public record Disposition(String type, Map<String, String> parameters) {
    public static final Disposition NONE = new Disposition("", Map.of());

    public Disposition {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static Disposition parse(String value) {
        List<String> pieces = pieces(value);
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> extended = new LinkedHashMap<>();
        for (String piece : pieces.subList(1, pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String text = unquoted(piece.substring(equals + 1).strip());
                (name.endsWith("*") ? extended : parameters).putIfAbsent(name, text);
            }
        }
        extended.forEach((name, text) -> decoded(text)
                .ifPresentOrElse(
                        plain -> parameters.put(name.substring(0, name.length() - 1), plain),
                        () -> parameters.put(name, text)));
        return new Disposition(pieces.get(0).strip().toLowerCase(Locale.ROOT), parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Split at semicolons outside quotes. */
    private static List<String> pieces(String value) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' && !(quoted && value.charAt(i - 1) == '\\')) {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                pieces.add(value.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(value.substring(start));
        return pieces;
    }

    /** A backslash counts in front of a quote only: some browsers write paths of Windows as they are. */
    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }

    /** {@code UTF-8''na%C3%AFve.txt}; empty when it is not of that kind. */
    private static Optional<String> decoded(String text) {
        String[] pieces = text.split("'", 3);
        try {
            return pieces.length < 3
                    ? Optional.empty()
                    : Optional.of(URLDecoder.decode(pieces[2].replace("+", "%2B"), Charset.forName(pieces[0])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package dev.contract.core.body;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A media type with its parameters, for example {@code application/vnd.shop+json; charset=utf-8}.
 *
 * <p>Immutable; equal when base type and parameters are.
 */
public final class ContentType {
    /** The few types that an application meets; what comes from outside must not make it grow without end. */
    private static final Map<String, ContentType> PARSED = new ConcurrentHashMap<>();

    private static final int MOST_PARSED = 256;

    public static final ContentType JSON = of("application/json");
    public static final ContentType XML = of("application/xml");
    public static final ContentType HTML = of("text/html");
    public static final ContentType TEXT = of("text/plain");
    public static final ContentType FORM = of("application/x-www-form-urlencoded");
    public static final ContentType OCTET_STREAM = of("application/octet-stream");

    /** Application types that are text all the same. */
    private static final Set<String> TEXTUAL_APPLICATIONS = Set.of(
            "javascript",
            "ecmascript",
            "x-javascript",
            "typescript",
            "yaml",
            "x-yaml",
            "toml",
            "graphql",
            "sql",
            "csv",
            "ndjson",
            "x-ndjson",
            "jsonlines",
            "json-seq",
            "x-sh",
            "xhtml+xml");

    private static final Set<String> OTHER_JSON = Set.of("json-rpc", "jsonrequest");

    private final String text;
    private final String base;
    private final Map<String, String> parameters;

    private ContentType(String text, String base, Map<String, String> parameters) {
        this.text = text;
        this.base = base;
        this.parameters = parameters;
    }

    /**
     * The media type of a text that is known to be one.
     *
     * @throws IllegalArgumentException if the text is no media type
     */
    public static ContentType of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("not a media type such as text/plain: \"" + text + "\""));
    }

    /** The media type of a header value; empty when it has no {@code type/subtype}. */
    public static Optional<ContentType> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        ContentType known = PARSED.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ContentType> parsed = parsed(text);
        if (parsed.isPresent() && PARSED.size() < MOST_PARSED) {
            PARSED.put(text, parsed.get());
        }
        return parsed;
    }

    private static Optional<ContentType> parsed(String text) {
        List<String> pieces = pieces(text);
        String base = pieces.get(0).strip().toLowerCase(Locale.ROOT);
        int slash = base.indexOf('/');
        if (slash <= 0 || slash == base.length() - 1) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        pieces.stream().skip(1).forEach(piece -> addParameter(parameters, piece));
        return Optional.of(new ContentType(text.strip(), base, parameters));
    }

    /** Split at semicolons outside quotes. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static void addParameter(Map<String, String> parameters, String piece) {
        int equals = piece.indexOf('=');
        if (equals > 0) {
            String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            parameters.putIfAbsent(name, unquoted(piece.substring(equals + 1).strip()));
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** Type and subtype in lower case, without parameters: {@code application/json}. */
    public String base() {
        return base;
    }

    /** The value of a parameter, unquoted; its name in lower case. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The charset parameter; UTF-8 when there is none or it is unknown here. */
    public Charset charset() {
        return charset(parameters.get("charset")).orElse(StandardCharsets.UTF_8);
    }

    /** Whether there is a charset parameter that this machine knows nothing of. */
    public boolean hasUnknownCharset() {
        String name = parameters.get("charset");
        return name != null && charset(name).isEmpty();
    }

    /** Those that can only be read are of no use: texts are written in them, too. */
    private static Optional<Charset> charset(@Nullable String name) {
        try {
            return name == null
                    ? Optional.empty()
                    : Optional.of(Charset.forName(name)).filter(Charset::canEncode);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Whether the subtype ends in {@code json}, as {@code application/vnd.x+json} does; a sequence of JSON lines is text. */
    public boolean isJson() {
        return subtype().endsWith("json") ? !subtype().endsWith("ndjson") : OTHER_JSON.contains(subtype());
    }

    public boolean isXml() {
        return subtype().endsWith("xml");
    }

    public boolean isForm() {
        return base.equals("application/x-www-form-urlencoded");
    }

    public boolean isMultipart() {
        return base.startsWith("multipart/");
    }

    /** Whether a body of this type is text that has no structure of its own here. */
    public boolean isText() {
        return base.startsWith("text/") || TEXTUAL_APPLICATIONS.contains(subtype());
    }

    /** Whether a body of this type is bytes rather than text; multipart is, for it may hold anything. */
    public boolean isBinary() {
        return !isJson() && !isXml() && !isForm() && !isText();
    }

    private String subtype() {
        return base.substring(base.indexOf('/') + 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContentType that && base.equals(that.base) && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return base.hashCode() * 31 + parameters.hashCode();
    }

    /** The type as it was written. */
    @Override
    public String toString() {
        return text;
    }
}

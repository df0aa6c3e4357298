package dev.contract.core.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the media type of a body that declares none, from its first bytes.
 *
 * <p>Magic numbers first; then, for text, how it begins; anything else is {@code application/octet-stream}. Missing, null and empty
 * bodies have no type. Thread-safe.
 */
public final class ContentTypeDetection {
    private static final int LOOKED_AT = 4096;

    /** Types by the name under which they are found here, and what else they are called. */
    private static final Map<String, Set<String>> OTHER_NAMES = Map.ofEntries(
            Map.entry("image/jpeg", Set.of("image/jpg", "image/pjpeg")),
            Map.entry("image/bmp", Set.of("image/x-ms-bmp", "image/x-bmp")),
            Map.entry("image/vnd.microsoft.icon", Set.of("image/x-icon")),
            Map.entry("audio/mpeg", Set.of("audio/mp3")),
            Map.entry("audio/wav", Set.of("audio/wave", "audio/x-wav", "audio/vnd.wave")),
            Map.entry("video/mp4", Set.of("audio/mp4", "application/mp4")),
            Map.entry("video/webm", Set.of("audio/webm", "video/x-matroska")),
            Map.entry("application/ogg", Set.of("audio/ogg", "video/ogg", "audio/opus")),
            Map.entry("application/zip", Set.of("application/x-zip", "application/x-zip-compressed")),
            Map.entry("application/gzip", Set.of("application/x-gzip", "application/x-tgz")),
            Map.entry("application/vnd.rar", Set.of("application/x-rar-compressed")),
            Map.entry("application/rtf", Set.of("text/rtf")),
            Map.entry(
                    "application/x-ole-storage",
                    Set.of(
                            "application/msword",
                            "application/vnd.ms-excel",
                            "application/vnd.ms-powerpoint",
                            "application/vnd.ms-outlook")));

    private static final Pattern MARKUP = Pattern.compile("<[\\p{Alpha}_!][^\\p{Cntrl}]*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("(true|false|null)\\b.*", Pattern.DOTALL);

    private ContentTypeDetection() {}

    /**
     * The type of a body by the order of precedence that both sides of a comparison follow: what its Content-Type header says, what the
     * body itself declares, what its bytes look like.
     *
     * @param header the Content-Type header's type, or a message's; null when there is none
     */
    public static Optional<ContentType> typeOf(Body body, @Nullable ContentType header) {
        if (header != null) {
            return Optional.of(header);
        }
        return body.contentType().or(() -> body.isPresent() ? Optional.of(detect(body.bytes())) : Optional.empty());
    }

    /** What bytes look like; {@code application/octet-stream} when they look like nothing known. */
    public static ContentType detect(byte[] bytes) {
        return MagicNumbers.find(bytes)
                .or(() -> text(bytes).map(ContentTypeDetection::ofText))
                .orElse(ContentType.OCTET_STREAM);
    }

    /**
     * Whether bytes may be of a type: they look like it, or like something that it cannot be told from. JSON is JSON under any name that
     * ends so, a table of values looks like any other text, an office document is a zip file as well.
     */
    public static boolean looksLike(ContentType type, byte[] bytes) {
        ContentType detected = detect(bytes);
        return detected.base().equals(type.base())
                || OTHER_NAMES.getOrDefault(detected.base(), Set.of()).contains(type.base())
                || (detected.equals(ContentType.XML) && type.isXml())
                || (detected.equals(ContentType.JSON) && type.isJson())
                || (isTextOfSomeKind(type) && (detected.equals(ContentType.TEXT) || detected.isJson()))
                || (type.base().equals("application/zip") && startsLikeZip(bytes));
    }

    /** Texts that are not told by how they begin: styles, tables, scripts. */
    private static boolean isTextOfSomeKind(ContentType type) {
        return type.isText() && !type.isXml() && !type.equals(ContentType.TEXT) && !type.equals(ContentType.HTML);
    }

    private static boolean startsLikeZip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    private static ContentType ofText(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return ContentType.TEXT;
        }
        if (start.startsWith("<")) {
            return markup(start);
        }
        boolean json = "{[\"0123456789".indexOf(start.charAt(0)) >= 0
                || isNegativeNumber(start)
                || LITERAL.matcher(start).matches();
        return json ? ContentType.JSON : ContentType.TEXT;
    }

    private static boolean isNegativeNumber(String start) {
        return start.length() > 1 && start.charAt(0) == '-' && Character.isDigit(start.charAt(1));
    }

    private static ContentType markup(String start) {
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return ContentType.HTML;
        }
        boolean xml = start.startsWith("<?xml") || MARKUP.matcher(start).lookingAt();
        return xml ? ContentType.XML : ContentType.TEXT;
    }

    /** The start of the bytes as text; empty when they are not UTF-8 or hold control characters that texts do not have. */
    private static Optional<String> text(byte[] bytes) {
        int start = hasByteOrderMark(bytes) ? 3 : 0;
        int end = endOfCharacter(bytes, Math.min(bytes.length, LOOKED_AT));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, Math.max(0, end - start)))
                    .toString();
            return text.chars().anyMatch(ContentTypeDetection::isBinary) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Back to where a character starts, when the part that is looked at ends inside one. */
    private static int endOfCharacter(byte[] bytes, int end) {
        int at = end;
        while (at < bytes.length && at > 0 && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static boolean isBinary(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
    }
}

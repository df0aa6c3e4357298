package dev.contract.core.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** How files of a type begin, one character per byte. */
    private record Magic(String start, ContentType type) {}

    private static final List<Magic> MAGIC = List.of(
            magic("\u00ff\u00d8\u00ff", "image/jpeg"),
            magic("\u0089PNG\r\n\u001a\n", "image/png"),
            magic("GIF87a", "image/gif"),
            magic("GIF89a", "image/gif"),
            magic("II*\0", "image/tiff"),
            magic("MM\0*", "image/tiff"),
            magic("%PDF-", "application/pdf"),
            magic("PK\u0003\u0004", "application/zip"),
            magic("PK\u0005\u0006", "application/zip"),
            magic("\u001f\u008b", "application/gzip"),
            magic("BZh", "application/x-bzip2"),
            magic("(\u00b5/\u00fd", "application/zstd"),
            magic("7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
            magic("ID3", "audio/mpeg"),
            magic("OggS", "application/ogg"));

    /** The type inside a RIFF container stands at byte 8. */
    private static final Map<String, ContentType> RIFF = Map.of(
            "WEBP", ContentType.of("image/webp"),
            "WAVE", ContentType.of("audio/wav"),
            "AVI ", ContentType.of("video/x-msvideo"));

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
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGIC) {
            if (start.startsWith(magic.start())) {
                return magic.type();
            }
        }
        ContentType contained =
                start.startsWith("RIFF") && start.length() >= 12 ? RIFF.get(start.substring(8, 12)) : null;
        return contained != null
                ? contained
                : text(bytes).map(ContentTypeDetection::ofText).orElse(ContentType.OCTET_STREAM);
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

    private static Magic magic(String start, String type) {
        return new Magic(start, ContentType.of(type));
    }
}

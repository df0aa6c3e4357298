package dev.contract.core.multipart;

import dev.contract.core.http.Headers;
import dev.contract.core.problem.Shortened;
import java.nio.charset.StandardCharsets;

/**
 * The header lines of a part.
 *
 * @param end where the contents of the part start
 */
record PartHead(Headers headers, int end) {
    private static final int LONGEST = 64 << 10;
    private static final int SHOWN = 60;

    /** Reads up to the first empty line; a part without one has no contents. */
    static PartHead read(byte[] document, int start, int end, String place) {
        Headers.Builder headers = Headers.builder();
        StringBuilder field = new StringBuilder();
        int at = start;
        while (at < end) {
            int lineEnd = endOfLine(document, at, end);
            if (lineEnd - start > LONGEST) {
                throw new MultipartSyntaxException(place + " has more than " + LONGEST + " bytes of headers");
            }
            String line = new String(document, at, lineEnd - at, StandardCharsets.UTF_8);
            at = Math.min(end, lineEnd + 1);
            if (line.isBlank()) {
                break;
            }
            if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
                add(headers, field, place);
            }
            field.append(line.stripTrailing());
        }
        add(headers, field, place);
        return new PartHead(headers.build(), at);
    }

    private static int endOfLine(byte[] document, int from, int end) {
        int at = from;
        while (at < end && document[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Adds the field whose lines were collected, if any. */
    private static void add(Headers.Builder headers, StringBuilder field, String place) {
        if (field.isEmpty()) {
            return;
        }
        int colon = field.indexOf(":");
        if (colon <= 0) {
            throw new MultipartSyntaxException(
                    place + " has a header line without a name and a colon: " + Shortened.to(SHOWN, field.toString()));
        }
        headers.add(
                field.substring(0, colon).strip(), field.substring(colon + 1).strip());
        field.setLength(0);
    }
}

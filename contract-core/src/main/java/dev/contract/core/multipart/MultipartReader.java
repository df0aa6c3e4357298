package dev.contract.core.multipart;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a multipart body (RFC 2046, 5.1). What stands before the first boundary and after the last one is skipped; lines
 * may end in CRLF or in LF alone; nothing inside a part is changed. Thread-safe: nothing is kept between calls.
 */
public final class MultipartReader {
    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_BOUNDARY = 256;

    private final byte[] document;
    private final String mark;
    private final Delimiters delimiters;

    private MultipartReader(byte[] document, String mark) {
        this.document = document;
        this.mark = mark;
        this.delimiters = new Delimiters(document, mark.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of a body, in order.
     *
     * @param document handed over, not copied: the parts point into it
     * @param boundary as the Content-Type names it, without leading dashes; null when it names none
     * @throws MultipartSyntaxException if there is no boundary, a part has no end or no readable headers, or there are more than 10 000
     *     parts or more than 64 KiB of headers in one of them
     */
    public static List<MultipartPart> read(byte[] document, @Nullable String boundary) {
        if (boundary == null || boundary.isEmpty()) {
            throw new MultipartSyntaxException("its Content-Type names no boundary");
        }
        if (boundary.length() > LONGEST_BOUNDARY) {
            throw new MultipartSyntaxException("its boundary is longer than " + LONGEST_BOUNDARY + " characters");
        }
        return new MultipartReader(document, "--" + boundary).parts();
    }

    private List<MultipartPart> parts() {
        if (!delimiters.next()) {
            throw new MultipartSyntaxException("no line of it is " + mark);
        }
        List<MultipartPart> parts = new ArrayList<>();
        while (!delimiters.isLast()) {
            int start = delimiters.end();
            String place = "part " + (parts.size() + 1) + " (from byte " + start + ")";
            if (parts.size() == MOST_PARTS) {
                throw new MultipartSyntaxException("it has more than " + MOST_PARTS + " parts");
            }
            if (!delimiters.next()) {
                throw new MultipartSyntaxException(place + " has no end: no line " + mark + "-- comes after it");
            }
            parts.add(part(start, delimiters.start(), place));
        }
        return parts;
    }

    private MultipartPart part(int start, int end, String place) {
        PartHead head = PartHead.read(document, start, end, place);
        return new MultipartPart(head.headers(), document, head.end(), end);
    }
}

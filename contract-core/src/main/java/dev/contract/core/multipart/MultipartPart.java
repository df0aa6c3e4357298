package dev.contract.core.multipart;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.Headers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a multipart body. Immutable. */
public final class MultipartPart {
    private final Headers headers;
    private final Disposition disposition;
    private final byte[] document;
    private final int start;
    private final int end;

    MultipartPart(Headers headers, byte[] document, int start, int end) {
        this.headers = headers;
        this.disposition =
                headers.first("Content-Disposition").map(Disposition::parse).orElse(Disposition.NONE);
        this.document = document;
        this.start = start;
        this.end = end;
    }

    public Headers headers() {
        return headers;
    }

    /** What the part is within the whole; {@link Disposition#NONE} when it does not say. */
    public Disposition disposition() {
        return disposition;
    }

    /** The name of the form field that the part is. */
    public Optional<String> name() {
        return disposition.parameter("name").filter(name -> !name.isEmpty());
    }

    public Optional<ContentType> contentType() {
        return headers.contentType();
    }

    /** Whether the bytes of the part, as they were sent, are those of another one. */
    public boolean hasSameBytes(MultipartPart other) {
        return transferEncoding().equals(other.transferEncoding())
                && Arrays.equals(document, start, end, other.document, other.start, other.end);
    }

    /**
     * The contents, a copy, after the transfer encoding was undone: base64 or quoted-printable; others change nothing.
     *
     * @throws MultipartSyntaxException if they are not encoded as the part says
     */
    public byte[] content() {
        byte[] sent = Arrays.copyOfRange(document, start, end);
        return switch (transferEncoding()) {
            case "base64" -> TransferEncoding.base64(sent);
            case "quoted-printable" -> TransferEncoding.quotedPrintable(sent);
            default -> sent;
        };
    }

    private String transferEncoding() {
        return headers.first("Content-Transfer-Encoding")
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}

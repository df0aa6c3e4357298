package dev.contract.provider.target;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Reads and decompresses bodies within a limit. */
final class BodyReader {
    private static final int USUAL_ROOM = 8192;

    private final int limit;
    private int received;

    BodyReader(int limit) {
        this.limit = limit;
    }

    /** How many bytes have come so far. */
    int received() {
        return received;
    }

    /**
     * All bytes of a stream, which is not closed: closing would read an endless body to its end.
     *
     * @param announced how many there will be; negative when nobody said
     */
    byte[] read(InputStream content, long announced) throws IOException, ExchangeException {
        // room for one more than was announced, so that the end is met before there is need to grow
        byte[] bytes = new byte[announced < 0 ? USUAL_ROOM : (int) Math.min(announced + 1, USUAL_ROOM)];
        int count = 0;
        for (int n = content.read(bytes); n >= 0; n = content.read(bytes, count, bytes.length - count)) {
            received += n;
            count += n;
            if (count > limit) {
                throw tooLarge();
            }
            bytes = count < bytes.length ? bytes : Arrays.copyOf(bytes, count * 2);
        }
        return Arrays.copyOf(bytes, count);
    }

    /** A body as it was before its {@code Content-Encoding}; unchanged when that is none of ours. */
    byte[] decoded(byte[] body, String encoding) throws ExchangeException {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        if (body.length == 0) {
            return body;
        }
        try {
            return switch (name) {
                case "gzip", "x-gzip" -> read(new GZIPInputStream(new ByteArrayInputStream(body)), -1);
                case "deflate" -> read(new InflaterInputStream(new ByteArrayInputStream(body)), -1);
                default -> body;
            };
        } catch (IOException e) {
            throw new ExchangeException(
                    "the response says Content-Encoding: " + name + ", but its body is not readable as that", e);
        }
    }

    ExchangeException tooLarge() {
        return new ExchangeException("the body of the response is larger than the limit of " + limit + " bytes");
    }
}

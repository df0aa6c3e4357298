package dev.contract.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.secret.Secrets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A request as one line for a shell that sends it again. Values that look like secrets are masked. */
final class Curl {
    private static final int LONGEST_BODY = 2_000;

    private Curl() {}

    /**
     * The line.
     *
     * @param request as it went to the wire
     * @param url where it went
     * @param options how it got there, as words
     */
    static String line(HttpRequest request, String url, List<String> options) {
        StringBuilder line = new StringBuilder("curl -i");
        options.forEach(word -> line.append(' ').append(Shell.word(word)));
        if (request.method().equals("HEAD")) {
            line.append(" --head");
        } else if (!request.method().equals("GET") || request.body().isPresent()) {
            line.append(" -X ").append(Shell.word(request.method()));
        }
        if (request.path().contains("/.")) {
            line.append(" --path-as-is");
        }
        if (url.matches(".*[\\[\\]{}].*")) {
            line.append(" --globoff");
        }
        request.headers().forEach((name, values) -> values.forEach(value -> header(line, name, value)));
        return body(request.body(), line)
                .append(' ')
                .append(Shell.word(Secrets.url(url)))
                .toString();
    }

    private static void header(StringBuilder line, String name, String value) {
        String shown = Secrets.value(name, value);
        // "Name:" would remove a header; "Name;" sends it without a value
        line.append(" -H ").append(Shell.word(shown.isEmpty() ? name + ";" : name + ": " + shown));
    }

    private static StringBuilder body(Body body, StringBuilder line) {
        if (!body.isPresent()) {
            return line;
        }
        byte[] bytes = body.bytes();
        if (bytes.length > LONGEST_BODY) {
            return line.append(" --data-binary @BODY-OF-").append(bytes.length).append("-BYTES");
        }
        Optional<String> text = text(bytes);
        if (text.isPresent()) {
            return line.append(" --data-raw ").append(Shell.word(Secrets.masked(text.get())));
        }
        byte[] shown = Secrets.masked(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
        return line.insert(0, Shell.printf(shown) + " | ").append(" --data-binary @-");
    }

    /** The body as text; empty when it is none, or has the one character that no argument of a program can have. */
    private static Optional<String> text(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString()).filter(each -> each.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

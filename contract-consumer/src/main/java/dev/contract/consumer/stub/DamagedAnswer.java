package dev.contract.consumer.stub;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers as a broken server or a broken network sends them: bytes of a connection that ends with them. */
final class DamagedAnswer {
    /** Where there is no body that could be damaged. */
    private static final Answer SOME = Answer.of(
            HttpResponse.of(200).withBody(Body.text("{\"fault\": \"this body is damaged\"}", ContentType.JSON)));

    private DamagedAnswer() {}

    /** The answer, or another if it has no body that could be damaged. */
    static Answer withBody(Answer answer) {
        return answer.body().length > 1 ? answer : SOME;
    }

    /** No client takes these for HTTP, nor for TLS. */
    static byte[] garbage() {
        byte[] bytes = new byte[64];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0xf5 ^ i);
        }
        return bytes;
    }

    static byte[] malformedChunk(Answer answer) {
        return joined(answer.head("Transfer-Encoding: chunked"), garbage(), garbage().length);
    }

    static byte[] truncated(Answer answer) {
        Answer whole = withBody(answer);
        int length = whole.body().length;
        return joined(whole.head("Content-Length: " + length), whole.body(), length / 2);
    }

    static byte[] wrongLength(Answer answer) {
        Answer whole = withBody(answer);
        int length = whole.body().length;
        return joined(whole.head("Content-Length: " + length / 2), whole.body(), length);
    }

    /** Any true beginning of an object or an array is no JSON; of a number it may be. */
    static Answer malformedJson(Answer answer) {
        byte[] body = answer.body();
        boolean isNested = body.length > 1 && (body[0] == '{' || body[0] == '[');
        Answer whole = isNested ? answer : SOME;
        return whole.withBody(Arrays.copyOf(whole.body(), whole.body().length / 2));
    }

    private static byte[] joined(String head, byte[] body, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(body, 0, length);
        return bytes.toByteArray();
    }
}

package dev.contract.consumer.stub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly what it is told, and shows exactly what comes back. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = socket.getInputStream();
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Head and body of one answer whose length is known; the body of an answer to HEAD is not waited for. */
    Response receive(boolean toHead) throws IOException {
        String head = head();
        int length = toHead ? 0 : length(head);
        return new Response(head, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    Response receive() throws IOException {
        return receive(false);
    }

    /** Whether the other side has closed the connection. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    /** All that still comes until the other side closes the connection, byte for byte. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Waits until the other side ends the connection, in whatever way. */
    void untilItEnds() {
        try {
            in.readAllBytes();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection does not end", e);
        } catch (IOException e) {
            // that is one of the ways
        }
    }

    String bytes(int number) throws IOException {
        return new String(in.readNBytes(number), StandardCharsets.ISO_8859_1);
    }

    /** Whether something more has come already. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the answer ends after " + head);
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Response(String head, String body) {
        int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }
    }
}

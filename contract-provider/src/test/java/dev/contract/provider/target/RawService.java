package dev.contract.provider.target;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service made of bytes: it reads requests, remembers them as they came, and answers whatever a test scripts, well-formed or not. */
public final class RawService implements AutoCloseable {
    /** One connection, after a request was read. */
    public interface Script {
        void answer(String request, Connection connection) throws IOException;
    }

    /** What a script does to a connection. */
    public final class Connection {
        private final Socket socket;
        private boolean over;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        public void send(String bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(ISO_8859_1));
            out.flush();
        }

        public void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        public void sendJson(String json) throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                    + json);
        }

        /** Ends the connection politely, after this answer. */
        public void close() {
            over = true;
        }

        /** Ends the connection with a TCP reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
            over = true;
        }

        /** Says nothing any more until the service is closed. */
        public void hang() {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            over = true;
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String greeting = "";
    private final Semaphore ended = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);

    public RawService(Script script) {
        this(plain(), script);
    }

    public RawService(ServerSocket server, Script script) {
        this.script = script;
        this.server = server;
        thread(this::accept);
    }

    /** A service that speaks first, and then hangs. */
    static RawService greeting(String bytes) {
        RawService service = new RawService((request, connection) -> connection.hang());
        service.greeting = bytes;
        return service;
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://" + authority();
    }

    public String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** All requests so far, heads and bodies, one character per byte. */
    public List<String> requests() {
        return requests;
    }

    public int connections() {
        return connections.get();
    }

    /** Waits until another connection has ended; false when none does. */
    public boolean awaitEnd() throws InterruptedException {
        return ended.tryAcquire(10, TimeUnit.SECONDS);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "raw-service");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                thread(() -> serve(socket));
            } catch (IOException e) {
                // closed, or a handshake failed that was meant to
            }
        }
    }

    private void serve(Socket socket) {
        Connection connection = new Connection(socket);
        try (socket) {
            connection.send(greeting);
            while (!connection.over) {
                Optional<String> request = read(socket.getInputStream());
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request.get());
                script.answer(request.get(), connection);
            }
        } catch (IOException e) {
            // the client is gone
        } finally {
            ended.release();
        }
    }

    private static Optional<String> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return Optional.empty();
            }
            bytes.write(b);
        }
        String head = bytes.toString(ISO_8859_1);
        return Optional.of(head + new String(in.readNBytes(length(head)), ISO_8859_1));
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.contract.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Chromium without a window, steered by its DevTools protocol. One thread at a time. */
final class Chromium implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 120;

    private final Process process;
    private final WebSocket socket;
    private final Answers answers;
    private final AtomicInteger last = new AtomicInteger();
    private final String session;

    private Chromium(Process process, WebSocket socket, Answers answers) throws Exception {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
        String target =
                text(send("", "Target.createTarget", JsonObject.builder().put("url", "about:blank")), "targetId");
        this.session = text(
                send(
                        "",
                        "Target.attachToTarget",
                        JsonObject.builder().put("targetId", target).put("flatten", true)),
                "sessionId");
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", JsonObject.builder());
        }
    }

    /** Starts it with a profile of its own. */
    static Chromium start(String program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .start();
        Answers answers = new Answers();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address(process)), answers)
                .get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        return new Chromium(process, socket, answers);
    }

    /** It says where it can be steered. */
    private static String address(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        var output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            int at = line.indexOf("ws://");
            if (at >= 0) {
                return line.substring(at).strip();
            }
        }
        throw new IllegalStateException("Chromium did not start:\n" + said);
    }

    /** Collects what comes: answers by their number, and everything else. */
    private static final class Answers implements WebSocket.Listener {
        final Map<Integer, CompletableFuture<JsonObject>> awaited = new ConcurrentHashMap<>();
        final LinkedBlockingQueue<String> loaded = new LinkedBlockingQueue<>();
        final List<JsonObject> events = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                take(JsonReader.read(part.toString()).asObject().orElseThrow());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(JsonObject message) {
            if (message.has("id")) {
                int id = message.get("id").orElseThrow().count().orElseThrow();
                Optional.ofNullable(awaited.remove(id)).ifPresent(answer -> answer.complete(message));
            } else if (message.string("method")
                    .filter("Page.loadEventFired"::equals)
                    .isPresent()) {
                loaded.add("loaded");
            } else {
                events.add(message);
            }
        }
    }

    private JsonObject send(String to, String method, JsonObject.Builder parameters) throws Exception {
        int id = last.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.awaited.put(id, answer);
        JsonObject.Builder message =
                JsonObject.builder().put("id", id).put("method", method).put("params", parameters.build());
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        socket.sendText(message.build().toJson(), true).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        JsonObject came = answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        if (came.has("error")) {
            throw new IllegalStateException(method + ": " + came.toJson());
        }
        return came.object("result").orElseThrow();
    }

    private JsonObject call(String method, JsonObject.Builder parameters) throws Exception {
        return send(session, method, parameters);
    }

    private static String text(JsonObject result, String name) {
        return result.string(name).orElseThrow();
    }

    void screen(int width, int height, boolean phone, String scheme) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                JsonObject.builder()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", phone));
        JsonObject feature = JsonObject.builder()
                .put("name", "prefers-color-scheme")
                .put("value", scheme)
                .build();
        call("Emulation.setEmulatedMedia", JsonObject.builder().put("features", array(feature)));
    }

    private static JsonValue array(JsonValue... elements) {
        return JsonArray.of(List.of(elements));
    }

    /** Shows a page, and waits until it is there with all that belongs to it. */
    void open(String url) throws Exception {
        answers.events.clear();
        answers.loaded.clear();
        call("Page.navigate", JsonObject.builder().put("url", url));
        awaitLoaded();
    }

    void awaitLoaded() throws Exception {
        if (answers.loaded.poll(DEADLINE_SECONDS, TimeUnit.SECONDS) == null) {
            throw new IllegalStateException("the page was not there after " + DEADLINE_SECONDS + " s");
        }
    }

    /** The value of an expression of JavaScript, as text. */
    String evaluate(String expression) throws Exception {
        JsonObject result = call(
                "Runtime.evaluate",
                JsonObject.builder().put("expression", expression).put("returnByValue", true));
        return result.object("result")
                .orElseThrow()
                .get("value")
                .map(JsonValue::text)
                .orElse("undefined");
    }

    void press(String key, int code) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            JsonObject.Builder event =
                    JsonObject.builder().put("type", type).put("key", key).put("windowsVirtualKeyCode", code);
            if (key.equals("Enter")) {
                event.put("text", "\r");
            }
            call("Input.dispatchKeyEvent", event);
        }
    }

    void type(String text) throws Exception {
        call("Input.insertText", JsonObject.builder().put("text", text));
    }

    /** What the browser complained of, and where it asked, since the page was opened. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (JsonObject event : answers.events) {
            String method = event.string("method").orElse("");
            if (method.equals("Log.entryAdded") || method.equals("Runtime.exceptionThrown")) {
                complaints.add(event.toJson());
            }
        }
        return complaints;
    }

    /** The addresses that the page made it ask for; pictures of its own are none. */
    List<String> requests() {
        return answers.events.stream()
                .filter(event -> event.string("method")
                        .filter("Network.requestWillBeSent"::equals)
                        .isPresent())
                .map(event -> Client.at(event, "params request url").asString().orElseThrow())
                .filter(address -> !address.startsWith("data:"))
                .toList();
    }

    void screenshot(Path file) throws Exception {
        JsonObject shot = call(
                "Page.captureScreenshot",
                JsonObject.builder().put("format", JsonString.of("png")).put("captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(text(shot, "data")));
    }

    /** Waits until all its processes are gone, for they write into the profile. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        String farewell = JsonObject.builder()
                .put("id", last.incrementAndGet())
                .put("method", "Browser.close")
                .build()
                .toJson();
        socket.sendText(farewell, true).join();
        all.forEach(each -> each.onExit()
                .completeOnTimeout(each, DEADLINE_SECONDS, TimeUnit.SECONDS)
                .join());
    }
}

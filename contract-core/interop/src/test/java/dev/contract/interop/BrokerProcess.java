package dev.contract.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our broker as users start it, on a free port and a new file. */
final class BrokerProcess implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final Process process;
    private final String url;

    private BrokerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static BrokerProcess start(List<String> commandLine, Path directory) {
        List<String> words = Stream.concat(
                        commandLine.stream(), Stream.of("broker", "--port", "0", "--database", "broker.db"))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectError(directory.resolve("broker.log").toFile());
        try {
            Process process = builder.start();
            BufferedReader printed = process.inputReader();
            String line = printed.readLine();
            Matcher url = URL.matcher(String.valueOf(line));
            if (!url.find()) {
                process.destroy();
                throw new IllegalStateException("the broker did not start: " + line + " (" + directory + ")");
            }
            return new BrokerProcess(process, url.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

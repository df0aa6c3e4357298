package dev.contract.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Another Pact tool, in a process of its own. About once in ten thousand commands such a process hangs or dies, which says nothing about contract
 * files: another one is started then, and asked the same again, a few times in all. One thread at a time.
 */
final class Peer implements Reader, Client, AutoCloseable {
    private static final int LIVES = 5;

    private final String name;
    private final Path log;
    private final List<String> command;
    private PeerProcess process;
    private int lives = 1;

    private Peer(String name, Path log, List<String> command) {
        this.name = name;
        this.log = log;
        this.command = command;
        this.process = PeerProcess.start(log, command);
    }

    /** Starts a peer; what it prints goes to a new file. */
    static Peer start(String name, Path log, List<String> command) throws IOException {
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        return new Peer(name, log, command);
    }

    @Override
    public String name() {
        return name;
    }

    /** Has the peer write {@code VERSION/CASE.json} for all it has words for. */
    void write(Path directory) {
        ask("write", directory.toString());
    }

    @Override
    public Verdict verify(Path contract, String url) {
        return verdict("verify", contract.toString(), url);
    }

    @Override
    public String serve(Path contract) {
        return ask("serve", contract.toString());
    }

    @Override
    public void stop() {
        ask("stop");
    }

    @Override
    public void publish(String broker, Path contract, Pacticipant consumer) {
        ask("publish", broker, contract.toString(), consumer.version(), consumer.branch());
    }

    @Override
    public Verdict share(String broker, Pacticipant provider, String url) {
        return verdict("share", broker, provider.name(), provider.version(), provider.branch(), url);
    }

    @Override
    public Verdict deployable(String broker, Pacticipant pacticipant, String environment) {
        return verdict("deployable", broker, pacticipant.name(), pacticipant.version(), environment);
    }

    private Verdict verdict(String... words) {
        String answer = say(words);
        return Verdict.of(answer.equals("accepted"), answer);
    }

    /** An answer without which nobody can go on. */
    private String ask(String... words) {
        String answer = say(words);
        if (answer.startsWith("failed")) {
            throw new PeerFailed(name + " " + String.join(" ", words) + ": " + answer + " (" + log + ")");
        }
        return answer;
    }

    private String say(String... words) {
        while (true) {
            try {
                return process.say(words);
            } catch (IOException e) {
                startAnew(String.join(" ", words), e);
            }
        }
    }

    private void startAnew(String asked, IOException why) {
        String text = name + " gave no answer to \"" + asked + "\"; what it printed stands in " + log;
        if (lives == LIVES) {
            throw new UncheckedIOException(text, why);
        }
        lives++;
        System.err.println(text + "; it is started anew (" + why.getMessage() + ")");
        close();
        process = PeerProcess.start(log, command);
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

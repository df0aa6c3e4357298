package dev.contract.interop.pactjvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process: it calls back to the port it is given, reads commands and answers each with one line. Fields are separated by tabs.
 *
 * <pre>
 * write  DIR        writes DIR/VERSION/CASE.json for all that the DSL can say   →  done
 * verify FILE URL   verifies the service at URL against the file                →  accepted | refused TEXT
 * serve  FILE       plays the provider of the file                              →  the URL
 * stop              stops what is served                                        →  done
 *
 * publish BROKER FILE VERSION BRANCH                         publishes it       →  done
 * share BROKER PROVIDER VERSION BRANCH URL                   verifies what the
 *             broker has for the provider, and publishes the results           →  accepted | refused TEXT
 * deployable BROKER PACTICIPANT VERSION ENVIRONMENT          asks               →  accepted | refused TEXT
 * </pre>
 *
 * What fails unexpectedly is answered {@code failed TEXT}.
 */
final class PactJvmPeer {
    private final Serving serving = new Serving();

    private PactJvmPeer() {}

    public static void main(String[] args) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out =
                        new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8))) {
            PactJvmPeer peer = new PactJvmPeer();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print(peer.answer(line.split("\t", -1)).replaceAll("\\s+", " ") + "\n");
                out.flush();
            }
        }
        System.exit(0); // the mock servers leave threads behind
    }

    private String answer(String[] words) {
        try {
            return switch (words[0]) {
                case "write" -> {
                    Writing.into(Path.of(words[1]));
                    yield "done";
                }
                case "verify" -> Verifying.verdict(Path.of(words[1]), URI.create(words[2]));
                case "serve" -> serving.start(Path.of(words[1]));
                case "stop" -> {
                    serving.stop();
                    yield "done";
                }
                case "publish" -> new Sharing(words[1]).publish(Path.of(words[2]), words[3], words[4]);
                case "share" -> new Sharing(words[1]).verify(words[2], words[3], words[4], URI.create(words[5]));
                case "deployable" -> new Sharing(words[1]).deployable(words[2], words[3], words[4]);
                default -> "failed no such command: " + words[0];
            };
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            return "failed " + e;
        }
    }
}

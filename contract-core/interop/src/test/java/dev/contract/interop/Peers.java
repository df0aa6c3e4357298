package dev.contract.interop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the peers are started. */
final class Peers {
    static final String PACT_JVM = "pact-jvm 4.7.5";

    static final String PACT_JS = "pact-js 17.1.4";

    private Peers() {}

    static Peer pactJvm(Path target) throws IOException {
        Path peer = target.resolve("../pact-jvm/target").normalize();
        String classPath = peer.resolve("test-classes")
                + File.pathSeparator
                + Files.readString(peer.resolve("class-path.txt")).strip();
        return Peer.start(
                PACT_JVM,
                target.resolve("pact-jvm.log"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        classPath,
                        "dev.contract.interop.pactjvm.PactJvmPeer"));
    }

    static Peer pactJs(Path target) throws IOException {
        Path peer = target.resolve("pact-js").resolve("peer.js");
        return Peer.start(PACT_JS, target.resolve("pact-js.log"), List.of("node", peer.toString()));
    }
}

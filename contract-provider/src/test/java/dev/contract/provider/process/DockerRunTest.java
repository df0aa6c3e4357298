package dev.contract.provider.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the command lines alone: a script stands in for Docker, notes how it was called, and serves at the port it was told. */
class DockerRunTest {
    private static final String NOTES = "calls";

    @TempDir
    private Path directory;

    private Path docker;

    @BeforeEach
    void standIn() throws IOException {
        String service =
                Fixture.command("serve").stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        docker = directory.resolve("docker");
        Files.writeString(docker, """
                #!/bin/sh
                { printf '%%s|' "$@"; echo "$POSTGRES_PASSWORD"; } >>'%s'
                for word; do
                    case $word in 127.0.0.1:*:5432) port=${word#127.0.0.1:}; port=${port%%%%:*} ;; esac
                done
                if [ "$1" = run ]; then exec %s "$port"; fi
                """.formatted(directory.resolve(NOTES), service));
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(directory.resolve(NOTES));
    }

    @Test
    void the_container_is_run_with_its_ports_published_and_removed_in_the_end() throws IOException {
        ServiceProcess database = Fixture.container(docker.toString()).start();
        database.close();

        String port = Integer.toString(database.port());
        String metrics = Integer.toString(database.port("metrics"));
        assertThat(calls())
                .containsExactly(
                        "run|--rm|--init|--name|contract-PORT|--publish|127.0.0.1:PORT:5432|--publish|127.0.0.1:METRICS:9187|--env|POSTGRES_PASSWORD|--volume|/data dir:/data|postgres:16-alpine|-c|fsync=off|s3cret at PORT"
                                .replace("PORT", port)
                                .replace("METRICS", metrics),
                        "rm|--force|contract-PORT|s3cret at PORT".replace("PORT", port));
    }

    @Test
    void a_killed_test_leaves_no_container() throws Exception {
        Process verifier = new ProcessBuilder(Fixture.command("verifier-of-a-container", docker.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = verifier.inputReader();
        assertThat(said.readLine()).isEqualTo("started");
        Path removed = directory.resolve("removed");
        Files.writeString(docker, "#!/bin/sh\nexec mkdir '" + removed + "'\n");

        verifier.destroyForcibly();

        FileArrival.await(removed);
    }
}

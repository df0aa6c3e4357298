package dev.contract.samples.userservice;

import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.provider.Verifier;
import dev.contract.provider.process.ServiceProcess;
import dev.contract.provider.state.StateChangeUrl;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jacoco.agent.AgentJar;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user service as a process of its own, watched by JaCoCo while its contracts are verified. */
class ServiceCoverageTest {
    /** A service that is watched, on a machine with other work, starts slowly. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void counts_what_the_service_ran_in_its_own_process() throws IOException {
        File agent = folder.resolve("jacocoagent.jar").toFile();
        AgentJar.extractTo(agent);
        Path seen = folder.resolve("service.exec");

        try (ServiceProcess service = ServiceProcess.command(command())
                .javaAgent(agent.toPath(), "destfile=" + seen + ",includes=dev.contract.samples.*")
                .start()) {
            Verifier.of("user-service")
                    .contractsFrom(directory("../contracts"))
                    .at(service.url())
                    .stateChange(StateChangeUrl.of(service.url() + "/states")
                            .within(PATIENCE)
                            .withTeardown())
                    .timeLimit(PATIENCE)
                    .verify()
                    .orThrow();
        }

        assertThat(classesThatRan(seen))
                .contains("dev/contract/samples/userservice/UserService", "dev/contract/samples/userservice/Users")
                .doesNotContain("dev/contract/samples/userservice/ServiceCoverageTest");
    }

    /** The classes of this build; of a packaged service it is {@code java -jar user-service.jar --port {port} --states}. */
    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                UserService.class.getName(),
                "--port",
                "{port}",
                "--states");
    }

    private static List<String> classesThatRan(Path seen) throws IOException {
        ExecFileLoader coverage = new ExecFileLoader();
        coverage.load(seen.toFile());
        return coverage.getExecutionDataStore().getContents().stream()
                .filter(ExecutionData::hasHits)
                .map(ExecutionData::getName)
                .toList();
    }
}

package dev.contract.samples.springuserservice;

import static dev.contract.provider.source.ContractSource.directory;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.PackageVersion;
import dev.contract.provider.Verifier;
import java.util.stream.Stream;
import org.apache.hc.core5.util.VersionInfo;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service, at a port of its own, on the libraries that Spring Boot chooses. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UserPortContractTest {

    @TestFactory
    Stream<DynamicNode> honours_its_contracts(@LocalServerPort int port, @Autowired Users users) {
        return Verifier.of("user-service")
                .contractsFrom(directory("../contracts"))
                .at("http://127.0.0.1:" + port)
                .state("user {id} exists", state -> users.save(new User(state.string("id"), "Bob")))
                .state("the user store is down", state -> users.down(true))
                .teardown("the user store is down", state -> users.down(false))
                .tests();
    }

    @Test
    void jackson_junit_and_the_http_client_are_those_of_spring_boot() {
        String http = VersionInfo.loadVersionInfo(
                        "org.apache.hc.core5", getClass().getClassLoader())
                .getRelease();

        assertThat(PackageVersion.VERSION.toString()).startsWith("2.21.");
        assertThat(Test.class.getPackage().getImplementationVersion()).startsWith("5.12.");
        assertThat(http).startsWith("5.3.");
    }
}

package dev.contract.samples.userservice;

import static dev.contract.provider.source.ContractSource.directory;

import dev.contract.provider.Verifier;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The real user service against the contracts of its consumers. */
class UserServiceContractTest {
    private static final Users USERS = new Users();
    private static UserService service;

    @BeforeAll
    static void start() throws IOException {
        service = UserService.start(new Options(0, "http://127.0.0.1:1", false, false), USERS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicNode> honours_its_contracts() {
        return Verifier.of("user-service")
                .contractsFrom(directory("../contracts"))
                .at(service.url())
                .state("user {id} exists", state -> USERS.save(new User(state.string("id"), "Bob")))
                .state("the user store is down", state -> USERS.goDown())
                .teardown("the user store is down", state -> USERS.comeUp())
                .tests();
    }
}

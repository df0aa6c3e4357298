package dev.contract.samples.springuserservice;

import static dev.contract.provider.source.ContractSource.directory;

import dev.contract.provider.Verifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** The controller against the contracts of its consumers, without a socket. */
@WebMvcTest(UserController.class)
@Import(Users.class)
class UserContractTest {

    @TestFactory
    Stream<DynamicNode> honours_its_contracts(@Autowired MockMvc mvc, @Autowired Users users) {
        return Verifier.of("user-service")
                .contractsFrom(directory("../contracts"))
                .handledBy(new MockMvcHandler(mvc))
                .state("user {id} exists", state -> users.save(new User(state.string("id"), "Bob")))
                .state("the user store is down", state -> users.down(true))
                .teardown("the user store is down", state -> users.down(false))
                .tests();
    }
}

package dev.contract.samples.userservice;

import static dev.contract.provider.source.ContractSource.directory;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpResponse;
import dev.contract.provider.Verifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The service's routes against the contracts of its consumers, without a socket. */
class UserRoutesContractTest {
    private final Users users = new Users();
    private final UserRoutes routes = new UserRoutes(users, new OrderClient("http://127.0.0.1:1"), "name");

    @TestFactory
    Stream<DynamicNode> honour_their_contracts() {
        return Verifier.of("user-service")
                .contractsFrom(directory("../contracts"))
                .handledBy(request -> response(routes.answer(request.path())))
                .state("user {id} exists", state -> users.save(new User(state.string("id"), "Bob")))
                .state("the user store is down", state -> users.goDown())
                .teardown("the user store is down", state -> users.comeUp())
                .tests();
    }

    private static HttpResponse response(Answer answer) {
        return HttpResponse.of(answer.status()).withBody(Body.of(answer.json(), ContentType.JSON));
    }
}

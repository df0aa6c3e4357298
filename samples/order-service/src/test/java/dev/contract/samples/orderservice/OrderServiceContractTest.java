package dev.contract.samples.orderservice;

import static dev.contract.provider.source.ContractSource.directory;

import dev.contract.provider.Verifier;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The real order service against the contracts of its consumers. */
class OrderServiceContractTest {
    private static final Orders ORDERS = new Orders();
    private static OrderService service;

    @BeforeAll
    static void start() throws IOException {
        service = OrderService.start(new Options(0, "http://127.0.0.1:1", false), ORDERS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicNode> honours_its_contracts() {
        return Verifier.of("order-service")
                .contractsFrom(directory("../contracts"))
                .at(service.url())
                .state("user {id} ordered a {item}", state -> ORDERS.place(state.string("id"), state.string("item")))
                .state("the order store is down", state -> ORDERS.goDown())
                .teardown("the order store is down", state -> ORDERS.comeUp())
                .tests();
    }
}

package com.example;

import static dev.contract.provider.source.ContractSource.directory;

import com.sun.net.httpserver.HttpServer;
import dev.contract.provider.Verifier;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The provider's side. */
class UserServiceContractTest {
    private static HttpServer service;

    @BeforeAll
    static void start() throws IOException {
        service = UserService.start(0, "name");
    }

    @AfterAll
    static void stop() {
        service.stop(0);
    }

    @TestFactory
    Stream<DynamicNode> honours_its_contracts() {
        return Verifier.of("user-service")
                .contractsFrom(directory("contracts"))
                .at("http://127.0.0.1:" + service.getAddress().getPort())
                .state("user {id} exists", state -> {})
                .tests();
    }
}

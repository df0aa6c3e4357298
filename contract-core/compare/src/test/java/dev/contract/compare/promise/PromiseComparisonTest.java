package dev.contract.compare.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.core.format.ContractReader;
import dev.contract.core.model.Contract;
import dev.contract.openapi.document.OpenApiDocument;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PromiseComparisonTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void ends_when_nobody_waits_for_it_any_longer_and_says_how_much_is_left() {
        Contract contract =
                ContractReader.read("pact.json", bytes("""
                        {"consumer": {"name": "web"}, "provider": {"name": "orders"}, "interactions": [
                          {"description": "one", "request": {"method": "GET", "path": "/1"}, "response": {"status": 200}},
                          {"description": "two", "request": {"method": "GET", "path": "/2"}, "response": {"status": 200}},
                          {"description": "three", "request": {"method": "GET", "path": "/3"}, "response": {"status": 200}}],
                         "metadata": {"pactSpecification": {"version": "2.0.0"}}}""")).contract().orElseThrow();
        OpenApiDocument document = OpenApiDocument.read(
                "openapi.yaml", bytes("openapi: 3.1.0\ninfo: {title: orders, version: '1'}\npaths: {}\n"));
        AtomicInteger patience = new AtomicInteger(1);

        PromiseComparison comparison = PromiseComparison.of(contract, document, () -> patience.getAndDecrement() > 0);

        assertThat(comparison.errors()).extracting(Shortfall::description).containsExactly("one");
        assertThat(comparison.left()).isEqualTo(2);
        assertThat(PromiseComparison.of(contract, document).left()).isZero();
    }
}

package dev.contract.interop;

import static dev.contract.provider.source.ContractSource.file;

import dev.contract.consumer.stub.Expectations;
import dev.contract.consumer.stub.StubServer;
import dev.contract.consumer.stub.StubSettings;
import dev.contract.core.format.ContractReader;
import dev.contract.core.format.ReadResult;
import dev.contract.core.problem.Problem;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Our verifier and our stub. */
final class OurReader implements Reader {
    private @Nullable StubServer server;

    @Override
    public String name() {
        return "contract";
    }

    /** What our reader finds fault with, rules that cannot be used included. */
    static List<Problem> problems(Path contract) {
        ReadResult read = read(contract);
        Expectations expectations = new Expectations(StubSettings.DEFAULT);
        return Stream.concat(
                        read.problems().stream(),
                        read.contract().stream().flatMap(each -> expectations.addAll(each).stream()))
                .toList();
    }

    @Override
    public Verdict verify(Path contract, String url) {
        VerificationResult result = Verifier.of("provider")
                .contractsFrom(file(contract.toString()))
                .at(url)
                .messageUrl(url + "/_messages")
                .stateUrl(url + "/_states")
                .verify();
        return Verdict.of(
                result.success() && result.interactions().findAny().isPresent(),
                result.interactions().map(InteractionResult::report).collect(Collectors.joining()));
    }

    @Override
    public String serve(Path contract) {
        Expectations expectations = new Expectations(StubSettings.DEFAULT);
        read(contract).contract().ifPresent(expectations::addAll);
        server = StubServer.start(expectations, StubSettings.DEFAULT);
        return server.url();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static ReadResult read(Path contract) {
        try {
            return ContractReader.read(contract.getFileName().toString(), Files.readAllBytes(contract));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

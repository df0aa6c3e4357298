package dev.contract.interop.pactjvm;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.PactSpecVersion;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The mock server, over one file at a time. */
final class Serving {
    private @Nullable BaseMockServer server;

    String start(Path file) {
        BasePact pact = (BasePact) DefaultPactReader.INSTANCE.loadPact(file.toFile());
        PactSpecVersion version = pact.isV4Pact() ? PactSpecVersion.V4 : PactSpecVersion.V3;
        BaseMockServer started =
                MockHttpServerKt.mockServer(pact, MockProviderConfig.createDefault("127.0.0.1", version));
        started.start();
        server = started;
        return started.getUrl();
    }

    void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}

package dev.contract.cli;

import dev.contract.broker.Broker;
import dev.contract.broker.BrokerServer;
import dev.contract.broker.BrokerSettings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract broker}: serves until the process is asked to end. */
@Command(abbreviateSynopsis = true)
final class BrokerCommand implements Callable<Integer> {
    /** Held, because the log manager forgets loggers that nobody holds. */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"));

    private final Surroundings surroundings;

    @Option(
            names = "--port",
            paramLabel = "N",
            order = 1,
            description = "Where to listen; 0 for any free port (PORT). Default: 9292.")
    private int port = 9292;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            order = 2,
            description = "The address to listen at. Default: 127.0.0.1, which only this machine can reach.")
    private String host = "127.0.0.1";

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            order = 5,
            description = "The address that users have, for links; several with blanks between them"
                    + " (PACT_BROKER_BASE_URL). Default: that of each request.")
    private String baseUrl = "";

    @Option(
            names = "--infer",
            order = 6,
            description =
                    "Let missing results follow from others of the same provider version, unless a question says infer=false.")
    private boolean infers;

    BrokerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        try (Serving serving = Serving.begin("contract-broker");
                Broker broker = Broker.open(settings());
                BrokerServer server = BrokerServer.start(broker, host, port)) {
            broker.startDelivering();
            surroundings
                    .console()
                    .result("contract broker " + VersionCommand.own() + " · database " + database.address(surroundings)
                            + " · " + server.url() + " · " + openness(broker));
            serving.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.YES;
    }

    private static String openness(Broker broker) {
        if (broker.door().isForThisMachine()) {
            return "no accounts: local access only";
        }
        return broker.door().isOpen() ? "no accounts: open to everybody" : "accounts";
    }

    private BrokerSettings settings() {
        WebhookVariables webhooks = new WebhookVariables(surroundings);
        BrokerSettings settings = BrokerSettings.of(database.address(surroundings));
        List<String> urls =
                baseUrl.isBlank() ? List.of() : List.of(baseUrl.strip().split("\\s+"));
        return settings.withApi(settings.api().withBaseUrls(urls).withInference(infers))
                .withAccess(access.settings())
                .withWebhooks(webhooks.settings())
                .withVault(webhooks.vault());
    }
}

package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.provider.ContractResult;
import dev.contract.provider.InteractionResult;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.FetchedContract;
import dev.contract.provider.broker.ProviderVersion;
import dev.contract.provider.broker.VerificationOutcome;
import dev.contract.provider.report.JsonReport;

/** Publishes the result of each contract to the broker that the contract came from. */
final class ResultPublisher {
    private final BrokerClient client;
    private final BrokerSource source;
    private final ProviderVersion version;
    private final Console console;
    private boolean announced;

    ResultPublisher(BrokerClient client, BrokerSource source, ProviderVersion version, Console console) {
        this.client = client;
        this.source = source;
        this.version = version;
        this.console = console;
    }

    void publish(VerificationResult result) {
        result.contracts().forEach(contract -> source.fetched(contract.source())
                .ifPresent(fetched -> publish(contract, fetched)));
    }

    private void publish(ContractResult contract, FetchedContract fetched) {
        if (!contract.answered()) {
            console.tell("Not published: " + contract.title()
                    + " was not verified, because none of its interactions got an answer to judge.");
            return;
        }
        boolean honoured = contract.interactions().stream().allMatch(ResultPublisher::isHonoured);
        if (honoured && !contract.complete()) {
            console.tell("Not published: " + contract.title()
                    + " was verified only in part, which proves nothing of the rest.");
            return;
        }
        if (!announced) {
            client.announce(version, fetched);
            announced = true;
        }
        client.publishOutcome(
                fetched,
                version,
                new VerificationOutcome(honoured, JsonReport.testResults(contract), VersionCommand.own()));
        console.tell("Published: " + contract.contract().provider() + " " + version.number()
                + (honoured ? " honours " : " breaks ") + "the contract of "
                + contract.contract().consumer() + ".");
    }

    /** What its consumer marked as pending does not count; that the contract as a whole is pending is the broker's business. */
    private static boolean isHonoured(InteractionResult result) {
        return result.passed() || result.interaction().annotations().pending();
    }
}

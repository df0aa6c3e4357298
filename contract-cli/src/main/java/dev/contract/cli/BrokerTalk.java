package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.PublishedResult;
import dev.contract.provider.broker.ResultPublisher;
import org.jspecify.annotations.Nullable;

/**
 * What the broker hears of a verification, and wants the user to read once it is over.
 *
 * @param publisher null when nothing is to be published
 */
record BrokerTalk(BrokerSource source, @Nullable ResultPublisher publisher, Console console) {

    void after(VerificationResult result) {
        if (publisher == null) {
            result.contracts().forEach(each -> source.noticesAfter(each, false).forEach(console::tell));
            return;
        }
        for (PublishedResult each : publisher.publish(result)) {
            console.tell(each.sentence());
            each.notices().forEach(console::tell);
        }
    }
}

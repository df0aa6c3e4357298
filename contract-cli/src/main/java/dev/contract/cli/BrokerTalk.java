package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.problem.Barred;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.PublishedResult;
import dev.contract.provider.broker.ResultPublisher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the broker hears of a verification, and wants the user to read once it is over.
 *
 * @param publisher null when nothing is to be published
 */
record BrokerTalk(BrokerSource source, @Nullable ResultPublisher publisher, Console console) {

    void after(VerificationResult result) {
        if (publisher == null) {
            result.contracts().forEach(each -> tell(source.noticesAfter(each, false), console));
            return;
        }
        for (PublishedResult each : publisher.publish(result)) {
            console.tell(each.sentence());
            tell(each.notices(), console);
        }
    }

    /** Tells notices of a broker, each once. */
    static void tell(List<String> notices, Console console) {
        notices.stream().distinct().map(Barred::text).flatMap(String::lines).forEach(console::tell);
    }
}

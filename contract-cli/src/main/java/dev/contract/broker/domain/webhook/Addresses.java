package dev.contract.broker.domain.webhook;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Verification;

/** Where receivers of webhooks find what a webhook is about. */
public interface Addresses {

    /** The pact by its content, so that its results count for the version of the publication. */
    String contract(Pact pact);

    String result(Pact pact, Verification result);
}

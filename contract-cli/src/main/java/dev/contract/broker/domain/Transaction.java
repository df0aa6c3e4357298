package dev.contract.broker.domain;

/** One look at the store, or one change of it: the ports, one for each thing that is kept. One thread at a time. */
public interface Transaction {

    Pacticipants pacticipants();

    Versions versions();

    Branches branches();

    Tags tags();

    Pacts pacts();

    Verifications verifications();

    Environments environments();

    Deployments deployments();

    Integrations integrations();

    Statistics statistics();

    Cleanings cleanings();

    AccessTokens accessTokens();

    Sessions sessions();

    Webhooks webhooks();

    Deliveries deliveries();

    ProviderContracts providerContracts();
}

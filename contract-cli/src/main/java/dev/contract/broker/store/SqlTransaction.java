package dev.contract.broker.store;

import dev.contract.broker.domain.AccessTokens;
import dev.contract.broker.domain.Branches;
import dev.contract.broker.domain.Cleanings;
import dev.contract.broker.domain.Deliveries;
import dev.contract.broker.domain.Deployments;
import dev.contract.broker.domain.Environments;
import dev.contract.broker.domain.Integrations;
import dev.contract.broker.domain.Pacticipants;
import dev.contract.broker.domain.Pacts;
import dev.contract.broker.domain.ProviderContracts;
import dev.contract.broker.domain.Statistics;
import dev.contract.broker.domain.Tags;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verifications;
import dev.contract.broker.domain.Versions;
import dev.contract.broker.domain.Webhooks;

/** The ports, all over one transaction of the database. */
record SqlTransaction(
        Pacticipants pacticipants,
        Versions versions,
        Branches branches,
        Tags tags,
        Pacts pacts,
        Verifications verifications,
        Environments environments,
        Deployments deployments,
        Integrations integrations,
        Statistics statistics,
        Cleanings cleanings,
        AccessTokens accessTokens,
        Webhooks webhooks,
        Deliveries deliveries,
        ProviderContracts providerContracts)
        implements Transaction {

    static SqlTransaction over(Sql sql, Vault vault, Journal journal) {
        Heads heads = new Heads(sql);
        return new SqlTransaction(
                new SqlPacticipants(sql, journal),
                new SqlVersions(sql, heads, journal),
                new SqlBranches(sql, heads, journal),
                new SqlTags(sql, heads, journal),
                new SqlPacts(sql, journal),
                new SqlVerifications(sql, heads, journal),
                new SqlEnvironments(sql, journal),
                new SqlDeployments(sql, journal),
                new SqlIntegrations(sql, heads, journal),
                new SqlStatistics(sql),
                new SqlCleanings(sql, journal),
                new SqlAccessTokens(sql),
                new SqlWebhooks(sql, vault, journal),
                new SqlDeliveries(sql),
                new SqlProviderContracts(sql, journal));
    }
}

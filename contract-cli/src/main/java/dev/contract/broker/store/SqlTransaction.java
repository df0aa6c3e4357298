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
        Deliveries deliveries)
        implements Transaction {

    static SqlTransaction over(Sql sql, Vault vault) {
        Heads heads = new Heads(sql);
        return new SqlTransaction(
                new SqlPacticipants(sql),
                new SqlVersions(sql, heads),
                new SqlBranches(sql, heads),
                new SqlTags(sql, heads),
                new SqlPacts(sql),
                new SqlVerifications(sql, heads),
                new SqlEnvironments(sql),
                new SqlDeployments(sql),
                new SqlIntegrations(sql, heads),
                new SqlStatistics(sql),
                new SqlCleanings(sql),
                new SqlAccessTokens(sql),
                new SqlWebhooks(sql, vault),
                new SqlDeliveries(sql));
    }
}

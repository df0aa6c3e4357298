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
import dev.contract.broker.domain.Sessions;
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
        Sessions sessions,
        Webhooks webhooks,
        Deliveries deliveries,
        ProviderContracts providerContracts)
        implements Transaction {

    static SqlTransaction over(Statements statements, Vault vault, Journal journal) {
        Sql sql = new Sql(statements);
        Changes changes = new Changes(statements, journal);
        Heads heads = new Heads(sql, changes);
        return new SqlTransaction(
                new SqlPacticipants(sql, changes),
                new SqlVersions(sql, heads, changes),
                new SqlBranches(sql, heads, changes),
                new SqlTags(sql, heads, changes),
                new SqlPacts(sql, changes, journal),
                new SqlVerifications(sql, heads, changes),
                new SqlEnvironments(sql, changes),
                new SqlDeployments(sql, changes),
                new SqlIntegrations(sql, heads, changes),
                new SqlStatistics(sql),
                new SqlCleanings(sql, changes),
                new SqlAccessTokens(sql, changes),
                new SqlSessions(sql, changes),
                new SqlWebhooks(sql, changes, vault),
                new SqlDeliveries(sql, changes),
                new SqlProviderContracts(sql, changes));
    }
}

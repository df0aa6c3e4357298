package dev.contract.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Every command with its one-line description, in the order in which the help shows them. */
enum CommandName {
    VERIFY("Replay contracts against a running provider."),
    STATES("List the provider states that contracts name, and what is wrong with them."),
    STUB("Serve contracts: play providers for whoever asks."),
    LINT("Look for what tools would have to guess about in contract files."),
    USAGE("Show who relies on what of a provider, and what nobody does."),
    WHATIF("Ask who would break if a provider changed."),
    ROUTES("List the routes that a provider serves, for the tests of its consumers."),
    DIFF("Show what changed between contracts, and whether it breaks the provider."),
    COMPARE("Compare contracts with an OpenAPI document, without any service."),
    LOG("Show which versions of a contract changed a field."),
    BISECT("Find the version of a contract that first changed a field."),
    MINIMIZE("Show which interactions others imply."),
    CONVERT("Write contract files in another version of the file format."),
    RECORD("Draft a contract of what a client asks a running provider."),
    IMPORT("Make contracts of recorded traffic and of the files of other tools."),
    PUBLISH("Publish contract files to the broker."),
    PUBLISH_PROVIDER_CONTRACT("Publish what a provider says of itself: its OpenAPI document."),
    CAN_I_DEPLOY("Ask whether versions may be deployed."),
    CAN_I_MERGE("Ask whether versions work with the main branches of the others."),
    EXPLAIN("Show step by step how can-i-deploy comes to its answer."),
    PLAN("Find an order in which new versions can be deployed."),
    GET_PACTS("List or download the contracts of a provider."),
    LIST_LATEST_PACT_VERSIONS("List the latest contract of every pair."),
    LIST_PROVIDER_STATES("List the provider states that contracts in the broker rely on."),
    CREATE_ENVIRONMENT("Tell the broker of a place where versions run."),
    UPDATE_ENVIRONMENT("Change what the broker knows of an environment."),
    DESCRIBE_ENVIRONMENT("Show what the broker knows of an environment."),
    DELETE_ENVIRONMENT("Make the broker forget an environment and what was recorded about it."),
    LIST_ENVIRONMENTS("List the environments."),
    RECORD_DEPLOYMENT("Record that a version now runs in an environment."),
    RECORD_UNDEPLOYMENT("Record that an application no longer runs in an environment."),
    RECORD_RELEASE("Record that a version is released and supported."),
    RECORD_SUPPORT_ENDED("Record that a released version is no longer supported."),
    LIST_DEPLOYMENTS("List what is deployed and released where."),
    CREATE_OR_UPDATE_PACTICIPANT("Tell the broker of an application."),
    DESCRIBE_PACTICIPANT("Show what the broker knows of an application."),
    LIST_PACTICIPANTS("List the applications."),
    CREATE_OR_UPDATE_VERSION("Tell the broker of a version, its branch and its tags."),
    DESCRIBE_VERSION("Show what the broker knows of a version."),
    CREATE_VERSION_TAG("Tag a version."),
    DELETE_VERSION_TAG("Take a tag off a version."),
    DELETE_BRANCH("Make the broker forget a branch."),
    SYNC_BRANCHES("Make the broker forget the branches that git no longer has."),
    CREATE_WEBHOOK("Have somebody told when contracts or results are published."),
    CREATE_OR_UPDATE_WEBHOOK("The same under a UUID of your own, to be repeated."),
    TEST_WEBHOOK("Have the request of a webhook sent now."),
    DELETE_WEBHOOK("Make the broker forget a webhook."),
    BROKER("Run the broker."),
    COMPLETION("Print a completion script for bash or zsh."),
    GENERATE_UUID("Print a fresh UUID."),
    GENERATE_COMPLETION("The same as completion."),
    VERSION("Print the version of this program.");

    private final String description;

    CommandName(String description) {
        this.description = description;
    }

    /** As users type it: {@code can-i-deploy}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String description() {
        return description;
    }

    boolean isHidden() {
        return this == GENERATE_COMPLETION;
    }

    /** A switch, not a constructor in every constant: a class is loaded when it is reached. */
    Callable<Integer> make(Surroundings surroundings) {
        return switch (this) {
            case VERIFY -> new VerifyCommand(surroundings);
            case STATES -> new StatesCommand(surroundings);
            case STUB -> new StubCommand(surroundings);
            case LINT -> new LintCommand(surroundings);
            case USAGE -> new UsageCommand(surroundings);
            case WHATIF -> new WhatifCommand(surroundings);
            case ROUTES -> new RoutesCommand(surroundings);
            case DIFF -> new DiffCommand(surroundings);
            case COMPARE -> new CompareCommand(surroundings);
            case LOG -> new LogCommand(surroundings);
            case BISECT -> new BisectCommand(surroundings);
            case MINIMIZE -> new MinimizeCommand(surroundings);
            case CONVERT -> new ConvertCommand(surroundings);
            case RECORD -> new RecordCommand(surroundings);
            case IMPORT -> new ImportCommand(surroundings);
            case PUBLISH -> new PublishCommand(surroundings);
            case PUBLISH_PROVIDER_CONTRACT -> new PublishProviderContractCommand(surroundings);
            case CAN_I_DEPLOY -> new CanIDeployCommand(surroundings);
            case CAN_I_MERGE -> new CanIMergeCommand(surroundings);
            case EXPLAIN -> new ExplainCommand(surroundings);
            case PLAN -> new PlanCommand(surroundings);
            case GET_PACTS -> new GetPactsCommand(surroundings);
            case LIST_LATEST_PACT_VERSIONS -> new ListLatestPactVersionsCommand(surroundings);
            case LIST_PROVIDER_STATES -> new ListProviderStatesCommand(surroundings);
            case CREATE_ENVIRONMENT -> new CreateEnvironmentCommand(surroundings);
            case UPDATE_ENVIRONMENT -> new UpdateEnvironmentCommand(surroundings);
            case DESCRIBE_ENVIRONMENT -> new DescribeEnvironmentCommand(surroundings);
            case DELETE_ENVIRONMENT -> new DeleteEnvironmentCommand(surroundings);
            case LIST_ENVIRONMENTS -> new ListEnvironmentsCommand(surroundings);
            case RECORD_DEPLOYMENT -> new RecordDeploymentCommand(surroundings);
            case RECORD_UNDEPLOYMENT -> new RecordUndeploymentCommand(surroundings);
            case RECORD_RELEASE -> RecordReleaseCommand.beginning(surroundings);
            case RECORD_SUPPORT_ENDED -> RecordReleaseCommand.ending(surroundings);
            case LIST_DEPLOYMENTS -> new ListDeploymentsCommand(surroundings);
            case CREATE_OR_UPDATE_PACTICIPANT -> new CreateOrUpdatePacticipantCommand(surroundings);
            case DESCRIBE_PACTICIPANT -> new DescribePacticipantCommand(surroundings);
            case LIST_PACTICIPANTS -> new ListPacticipantsCommand(surroundings);
            case CREATE_OR_UPDATE_VERSION -> new CreateOrUpdateVersionCommand(surroundings);
            case DESCRIBE_VERSION -> new DescribeVersionCommand(surroundings);
            case CREATE_VERSION_TAG -> new CreateVersionTagCommand(surroundings);
            case DELETE_VERSION_TAG -> new DeleteVersionTagCommand(surroundings);
            case DELETE_BRANCH -> new DeleteBranchCommand(surroundings);
            case SYNC_BRANCHES -> new SyncBranchesCommand(surroundings);
            case CREATE_WEBHOOK -> new CreateWebhookCommand(surroundings);
            case CREATE_OR_UPDATE_WEBHOOK -> new CreateOrUpdateWebhookCommand(surroundings);
            case TEST_WEBHOOK -> new TestWebhookCommand(surroundings);
            case DELETE_WEBHOOK -> new DeleteWebhookCommand(surroundings);
            case BROKER -> new BrokerCommand(surroundings);
            case COMPLETION, GENERATE_COMPLETION -> new CompletionCommand(surroundings);
            case GENERATE_UUID -> new GenerateUuidCommand(surroundings);
            case VERSION -> new VersionCommand(surroundings);
        };
    }

    static Optional<CommandName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
    }
}

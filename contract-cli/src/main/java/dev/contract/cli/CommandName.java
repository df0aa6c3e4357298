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
    DIFF("Show what changed between contracts, and whether it breaks the provider."),
    LOG("Show which versions of a contract changed a field."),
    BISECT("Find the version of a contract that first changed a field."),
    MINIMIZE("Show which interactions others imply."),
    CONVERT("Write contract files in another version of the file format."),
    RECORD("Draft a contract of what a client asks a running provider."),
    IMPORT("Make contracts of recorded traffic and of the files of other tools."),
    PUBLISH("Publish contract files to the broker."),
    CAN_I_DEPLOY("Ask whether versions may be deployed."),
    CREATE_ENVIRONMENT("Tell the broker of a place where versions run."),
    LIST_ENVIRONMENTS("List the environments."),
    RECORD_DEPLOYMENT("Record that a version now runs in an environment."),
    RECORD_UNDEPLOYMENT("Record that an application no longer runs in an environment."),
    DESCRIBE_VERSION("Show what the broker knows of a version."),
    BROKER("Run the broker."),
    COMPLETION("Print a completion script for bash or zsh."),
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
            case DIFF -> new DiffCommand(surroundings);
            case LOG -> new LogCommand(surroundings);
            case BISECT -> new BisectCommand(surroundings);
            case MINIMIZE -> new MinimizeCommand(surroundings);
            case CONVERT -> new ConvertCommand(surroundings);
            case RECORD -> new RecordCommand(surroundings);
            case IMPORT -> new ImportCommand(surroundings);
            case PUBLISH -> new PublishCommand(surroundings);
            case CAN_I_DEPLOY -> new CanIDeployCommand(surroundings);
            case CREATE_ENVIRONMENT -> new CreateEnvironmentCommand(surroundings);
            case LIST_ENVIRONMENTS -> new ListEnvironmentsCommand(surroundings);
            case RECORD_DEPLOYMENT -> new RecordDeploymentCommand(surroundings);
            case RECORD_UNDEPLOYMENT -> new RecordUndeploymentCommand(surroundings);
            case DESCRIBE_VERSION -> new DescribeVersionCommand(surroundings);
            case BROKER -> new BrokerCommand(surroundings);
            case COMPLETION, GENERATE_COMPLETION -> new CompletionCommand(surroundings);
            case VERSION -> new VersionCommand(surroundings);
        };
    }

    static Optional<CommandName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
    }
}

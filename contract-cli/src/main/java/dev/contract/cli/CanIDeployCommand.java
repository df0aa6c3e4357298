package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.MatrixAnswer;
import dev.contract.provider.broker.MatrixAnswer.Verdict;
import dev.contract.provider.broker.MatrixQuestion;
import dev.contract.provider.broker.MatrixQuestion.Ignored;
import dev.contract.provider.broker.MatrixQuestion.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract can-i-deploy}. */
@Command(abbreviateSynopsis = true)
final class CanIDeployCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private Selectors selectors = new Selectors();

    @Option(names = "--to-environment", paramLabel = "NAME", order = 10, description = "Where it is to be deployed.")
    private @Nullable String environment;

    @Option(
            names = "--to",
            paramLabel = "TAG",
            order = 11,
            description = "The tag of the versions beside which it is to run.")
    private @Nullable String tag;

    @Option(
            names = "--infer",
            order = 21,
            description = "Let a missing result follow from others of the same provider version, where the contract"
                    + " provably demands no more than what it has verified.")
    private boolean infers;

    @Option(
            names = "--retry-while-unknown",
            paramLabel = "N",
            order = 30,
            description = "Ask again up to N times while a result is missing.")
    private int retries;

    @Option(
            names = "--retry-interval",
            paramLabel = "SECONDS",
            order = 31,
            description = "How long to wait before. Default: 10.")
    private int interval = 10;

    @Option(
            names = "--dry-run",
            order = 32,
            description = "Show the answer, but end with exit code 0 (PACT_BROKER_CAN_I_DEPLOY_DRY_RUN).")
    private boolean dryRun;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    CanIDeployCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() throws InterruptedException {
        MatrixQuestion question = new MatrixQuestion(selectors.selected(), target(), ignored(), infers);
        try (BrokerAccess broker = brokerOptions.open(surroundings)) {
            MatrixAnswer answer = ask(broker.client(), question);
            print(answer, question, broker);
            return exitCode(answer.verdict());
        }
    }

    private Target target() {
        if (environment != null && tag != null) {
            throw new WrongUsage("--to-environment and --to exclude each other");
        }
        return environment != null ? Target.environment(environment) : tag != null ? Target.tag(tag) : Target.NONE;
    }

    private List<Ignored> ignored() {
        List<Ignored> all = new ArrayList<>(selectors.ignored());
        String names = surroundings.variable("PACT_BROKER_CAN_I_DEPLOY_IGNORE");
        if (names != null) {
            Arrays.stream(names.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> all.add(new Ignored(name, null)));
        }
        return all;
    }

    private MatrixAnswer ask(BrokerClient client, MatrixQuestion question) throws InterruptedException {
        MatrixAnswer answer = client.matrix(question);
        for (int attempt = 1; attempt <= retries && answer.unknown() > 0; attempt++) {
            console.tell(
                    "A result is missing; asking again in " + interval + " s (" + attempt + " of " + retries + ").");
            surroundings.pause().await(Duration.ofSeconds(interval));
            answer = client.matrix(question);
        }
        if (!question.ignored().isEmpty() && answer.ignored() < 0) {
            console.tell("This broker cannot ignore applications: it answers as if --ignore were not there.");
        }
        return answer;
    }

    private void print(MatrixAnswer answer, MatrixQuestion question, BrokerAccess broker) {
        String text = output.isJson()
                ? output.json(answer.json())
                : new MatrixReport(answer, question, broker, console).text();
        text.lines()
                .forEach(line ->
                        console.result(dryRun && !output.isJson() ? ("[dry run] " + line).stripTrailing() : line));
    }

    private int exitCode(Verdict verdict) {
        if (verdict == Verdict.YES || dryRun) {
            return ExitCode.YES;
        }
        String wanted = surroundings.variable("PACT_BROKER_CAN_I_DEPLOY_EXIT_CODE_BETA");
        return wanted != null && wanted.matches("\\d{1,3}") ? Integer.parseInt(wanted) : ExitCode.NO;
    }
}

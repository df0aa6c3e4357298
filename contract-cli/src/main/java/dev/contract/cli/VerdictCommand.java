package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.provider.broker.BrokerClient;
import dev.contract.provider.broker.MatrixAnswer;
import dev.contract.provider.broker.MatrixAnswer.Verdict;
import dev.contract.provider.broker.MatrixQuestion;
import dev.contract.provider.broker.MatrixQuestion.Ignored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A question that is answered with yes or no, by the exit code, too. */
@Command(abbreviateSynopsis = true)
abstract class VerdictCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;
    private final Variables variables;

    /** The names of the variables that change the answer. */
    record Variables(String ignore, String dryRun, String exitCode) {}

    @Mixin
    private Selectors selectors = new Selectors();

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
            negatable = true,
            order = 32,
            description =
                    "Show the answer, but end with exit code 0 (PACT_BROKER_CAN_I_DEPLOY_DRY_RUN, PACT_BROKER_CAN_I_MERGE_DRY_RUN).")
    private @Nullable Boolean dryRun;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    VerdictCommand(Surroundings surroundings, Variables variables) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
        this.variables = variables;
    }

    /** The question about these versions. */
    abstract MatrixQuestion question(List<MatrixQuestion.Selector> selected, List<Ignored> ignored);

    @Override
    public final Integer call() throws InterruptedException {
        MatrixQuestion question = question(selectors.selected(), ignored());
        try (BrokerAccess broker = brokerOptions.openToAsk(surroundings)) {
            MatrixAnswer answer = ask(broker.client(), question);
            print(answer, question, broker);
            return exitCode(answer.verdict());
        }
    }

    private List<Ignored> ignored() {
        List<Ignored> all = new ArrayList<>(selectors.ignored());
        String names = surroundings.variable(variables.ignore());
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
                : new MatrixReport(answer, question, broker, this::typed, console).text();
        text.lines()
                .forEach(line ->
                        console.result(isDryRun() && !output.isJson() ? ("[dry run] " + line).stripTrailing() : line));
    }

    private String typed(String command) {
        return brokerOptions.typed(command, surroundings);
    }

    private boolean isDryRun() {
        return dryRun == null ? Surroundings.isTrue(surroundings.variable(variables.dryRun())) : dryRun;
    }

    private int exitCode(Verdict verdict) {
        if (verdict == Verdict.YES || isDryRun()) {
            return ExitCode.YES;
        }
        String wanted = surroundings.variable(variables.exitCode());
        return wanted != null && wanted.matches("\\d{1,3}") ? Integer.parseInt(wanted) : ExitCode.NO;
    }
}

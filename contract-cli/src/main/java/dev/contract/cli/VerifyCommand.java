package dev.contract.cli;

import dev.contract.cli.ServiceOptions.Service;
import dev.contract.cli.console.Console;
import dev.contract.cli.console.Style;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.core.secret.Secrets;
import dev.contract.provider.ContractResult;
import dev.contract.provider.MissingStates;
import dev.contract.provider.VerificationResult;
import dev.contract.provider.Verifier;
import dev.contract.provider.broker.BrokerSource;
import dev.contract.provider.broker.ProviderVersion;
import dev.contract.provider.broker.ResultPublisher;
import dev.contract.provider.broker.VerificationSelection;
import dev.contract.provider.report.ConsoleReport;
import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.LocatedContract;
import dev.contract.provider.state.StateChangeUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract verify}: contracts are read before anything is started, and everything is stopped before results are published. */
@Command(abbreviateSynopsis = true)
final class VerifyCommand implements Callable<Integer> {
    private static final int SERVICE_LINES = 20;
    private static final String NO_CONTRACT = "CONTRACT-NONE";
    private static final String MISSING_STATE = "CONTRACT-STATE";
    private static final Map<String, Style> VERDICTS =
            Map.of("ok ", Style.GOOD, "FAILED ", Style.BAD, "ERROR ", Style.BAD, "PENDING ", Style.DOUBTFUL);

    private final Surroundings surroundings;
    private final Console console;

    @Mixin
    private ContractOptions contractOptions = new ContractOptions();

    @Mixin
    private ServiceOptions serviceOptions = new ServiceOptions();

    @Mixin
    private ReachOptions reachOptions = new ReachOptions();

    @Option(
            names = "--state-url",
            paramLabel = "URL",
            order = 10,
            description =
                    "Where to POST {\"state\": …, \"params\": …} before an interaction; a path stands below the provider's"
                            + " address, and {port} becomes the port that --start chose.")
    private @Nullable String stateUrl;

    @Option(
            names = "--state-teardown",
            order = 11,
            description = "POST there after an interaction, too, with \"action\": \"teardown\".")
    private boolean teardown;

    @Option(
            names = "--state-time-limit",
            paramLabel = "SECONDS",
            order = 11,
            description = "How long one state change may take. Default: 10.")
    private @Nullable String stateTimeLimit;

    @Option(
            names = "--missing-states",
            paramLabel = "fail|ignore",
            order = 12,
            description = "What to do when there is no --state-url, but a contract has states. Default: fail.")
    private MissingStates missingStates = MissingStates.FAIL;

    @Option(
            names = "--message-url",
            paramLabel = "URL",
            order = 13,
            description =
                    "Where to POST {\"description\": …, \"providerStates\": …} for a message; path and {port} as for --state-url."
                            + " Default: the provider's address.")
    private @Nullable String messageUrl;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            order = 14,
            description = "A header of every request to the provider. May be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            order = 21,
            description = "Only interactions whose description contains this text.")
    private @Nullable String only;

    @Option(
            names = "--state",
            paramLabel = "TEXT",
            order = 22,
            description = "Only interactions in a state whose name contains this text; \"\" for those without one.")
    private @Nullable String state;

    @Option(names = "--allow-none", order = 23, description = "It is fine when there is no contract.")
    private boolean allowsNone;

    @Mixin
    private RunOptions runOptions = new RunOptions();

    @Option(
            names = "--report",
            paramLabel = "KIND=FILE",
            order = 33,
            description =
                    "Also write the result into a file, as junit, json, markdown (for a pull request), html, github"
                            + " (annotations of a workflow) or gitlab (code quality); - is the standard output. May be repeated.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = "--details",
            order = 34,
            description = "Show each interaction, and the whole exchange of each failure.")
    private boolean details;

    @Option(
            names = "--strength",
            order = 35,
            description = "Also tell which changes of the responses that passed the contracts would not notice.")
    private boolean strength;

    @Option(
            names = "--response-paths",
            order = 35,
            description =
                    "Also publish what the responses had in them, by names and paths and without values; a report of"
                            + " --report json=FILE has that anyway. See contract usage.")
    private boolean responsePaths;

    @Mixin
    private OpenApiOptions openApiOptions = new OpenApiOptions();

    @Mixin
    private SelectionOptions selectionOptions = new SelectionOptions();

    @Mixin
    private SourceOptions sourceOptions = new SourceOptions();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        check();
        ReportFiles files = ReportFiles.of(reports, surroundings);
        ContractPlaces named = new ContractPlaces(surroundings, brokerOptions, sourceOptions, contractOptions.places());
        if (!named.needBroker()) {
            return run(files, named.sources(), result -> {});
        }
        ProviderVersion version = selectionOptions.version(surroundings);
        VerificationSelection selection = selectionOptions.selection(version);
        try (BrokerAccess broker = broker()) {
            BrokerSource source = new BrokerSource(broker.client(), broker.base(), selection);
            ResultPublisher publisher = selectionOptions.publishes() ? source.publisher(version) : null;
            return run(files, named.sources(source), new BrokerTalk(source, publisher, console)::after);
        }
    }

    /** Who is content with no contract is so with a broker that is only now to come. */
    private BrokerAccess broker() {
        return allowsNone
                ? brokerOptions.open(surroundings)
                : brokerOptions.openToAsk(surroundings, ContractPlaces.TO_NAME);
    }

    private void check() {
        serviceOptions.check();
        reachOptions.check(serviceOptions);
        runOptions.check();
        openApiOptions.check();
        serviceOptions.checkPort("--state-url", stateUrl);
        serviceOptions.checkPort("--message-url", messageUrl);
        if (selectionOptions.publishes() && !contractOptions.places().stream().allMatch(brokerOptions::covers)) {
            throw new WrongUsage("--publish needs contracts that come from the broker: publish the files first,"
                    + " then verify without naming them");
        }
    }

    private int run(ReportFiles files, List<ContractSource> sources, Consumer<VerificationResult> broker) {
        List<ContractSource> remembered = sources.stream()
                .map(LoadedOnce::new)
                .map(ContractSource.class::cast)
                .toList();
        List<LocatedContract> contracts = checked(verifier(remembered, serviceOptions.expected()));
        if (contracts.isEmpty()) {
            console.tell("There is no contract of " + contractOptions.provider() + ": nothing to verify.");
            return ExitCode.YES;
        }
        BrokerTalk.tell(
                contracts.stream().flatMap(each -> each.notices().stream()).toList(), console);
        VerificationResult result = verify(remembered);
        try {
            files.write(result, console);
        } finally { // a full disk is no reason to lose the result altogether
            broker.accept(result);
        }
        if (!result.answered()) {
            throw new ContractException(unanswered());
        }
        return result.success() ? ExitCode.YES : ExitCode.NO;
    }

    private List<LocatedContract> checked(Verifier verifier) {
        try {
            verifier.check();
            return verifier.contracts();
        } catch (ContractException e) {
            throw new ContractException(e.problems().stream().map(this::advised).toList());
        }
    }

    /** Neither honoured nor broken: the question could not be asked. */
    private Problem unanswered() {
        return Problem.error("CONTRACT-UNANSWERED", "nothing was verified: no interaction got an answer to judge")
                .at("provider " + Quoted.text(contractOptions.provider()))
                .found("only the errors above")
                .mend("see that the provider runs and can be reached, and that whoever sets its states answers");
    }

    private VerificationResult verify(List<ContractSource> sources) {
        try (Service service = serviceOptions.open(surroundings)) {
            VerificationResult result = withoutIgnoredStates(watched(verifier(sources, service)));
            VerificationResult shown = withoutNotices(result);
            console.result(coloured(details ? ConsoleReport.detailed(shown) : ConsoleReport.text(shown)));
            if (!result.success()) {
                tellLastLines(service.output());
            }
            return result;
        }
    }

    /** They were told when it was their time. */
    private static VerificationResult withoutNotices(VerificationResult result) {
        List<ContractResult> contracts = result.contracts().stream()
                .map(each -> new ContractResult(each.source().withoutNotices(), each.interactions(), each.leftOut()))
                .toList();
        return new VerificationResult(result.provider(), contracts, result.warnings());
    }

    private VerificationResult watched(Verifier verifier) {
        try (ProgressLine progress = new ProgressLine(console)) {
            return verifier.listener(progress).verify();
        }
    }

    /** The verifier's advice is for those who write Java. */
    private Problem advised(Problem problem) {
        if (problem.code().equals(NO_CONTRACT) && contractOptions.places().isEmpty() && brokerOptions.isLocal()) {
            return problem.mend(
                    problem.mend() + "; or name files to verify, such as target/contracts, or the broker that"
                            + " is meant, by --broker-base-url or PACT_BROKER_BASE_URL");
        }
        return isMissingState(problem)
                ? problem.mend("say with --state-url who brings it about, or run with --missing-states=ignore")
                : problem;
    }

    /** Ignoring was asked for: one line instead of a warning for each state. */
    private VerificationResult withoutIgnoredStates(VerificationResult result) {
        long ignored =
                result.warnings().stream().filter(VerifyCommand::isMissingState).count();
        if (ignored == 0) {
            return result;
        }
        console.tell(ignored == 1 ? "1 provider state is ignored." : ignored + " provider states are ignored.");
        List<Problem> others =
                result.warnings().stream().filter(each -> !isMissingState(each)).toList();
        return new VerificationResult(result.provider(), result.contracts(), others);
    }

    private static boolean isMissingState(Problem problem) {
        return problem.code().equals(MISSING_STATE);
    }

    private Verifier verifier(List<ContractSource> sources, Service service) {
        Verifier verifier = contractOptions
                .verifier(sources)
                .at(service.url())
                .messageUrl(messageUrl == null ? service.url() : whole(messageUrl, service))
                .replayOptions(replayOptions())
                .serviceLog(service::output)
                .missingStates(missingStates);
        runOptions.tell(verifier);
        reachOptions.applyTo(verifier, service, surroundings);
        openApiOptions.applyTo(verifier, surroundings);
        service.restart().ifPresent(verifier::freshService);
        headers.stream()
                .map(header -> NamedValue.parse("--header", header, ':'))
                .forEach(header -> verifier.request(request -> request.withHeader(header.name(), header.value())));
        if (allowsNone) {
            verifier.allowNone();
        }
        if (strength) {
            verifier.strength();
        }
        if (responsePaths || reports.stream().anyMatch(report -> report.startsWith("json="))) {
            verifier.responsePaths();
        }
        if (stateUrl != null) {
            StateChangeUrl change = StateChangeUrl.of(whole(stateUrl, service));
            StateChangeUrl limited = stateTimeLimit == null ? change : change.within(stateTime(stateTimeLimit));
            verifier.stateChange(teardown ? limited.withTeardown() : limited);
        }
        return filtered(verifier);
    }

    private static Duration stateTime(String text) {
        return ReachOptions.seconds("--state-time-limit", text);
    }

    private static String whole(String url, Service service) {
        return service.fillIn(url.startsWith("/") ? service.url() + url : url);
    }

    private Verifier filtered(Verifier verifier) {
        if (only != null) {
            verifier.only(only);
        }
        if (state != null) {
            verifier.onlyInState(state);
        }
        return verifier;
    }

    /** What a command needs beside the contract to replay an interaction. */
    private List<String> replayOptions() {
        List<String> words = serviceOptions.replayOptions();
        words.addAll(reachOptions.replayOptions());
        words.addAll(openApiOptions.replayOptions());
        ServiceOptions.addOption(words, "--state-url", stateUrl);
        if (teardown) {
            words.add("--state-teardown");
        }
        ServiceOptions.addOption(words, "--state-time-limit", stateTimeLimit);
        ServiceOptions.addOption(words, "--message-url", messageUrl);
        if (missingStates == MissingStates.IGNORE) {
            words.addAll(List.of("--missing-states", "ignore"));
        }
        headers.forEach(header -> words.addAll(List.of("--header", header)));
        if (contractOptions.places().isEmpty()) {
            words.addAll(selectionOptions.replayOptions());
            words.addAll(brokerOptions.replayOptions(surroundings));
        }
        return words;
    }

    /** The bar keeps build servers from taking a line for one of their commands. */
    private void tellLastLines(List<String> output) {
        if (!output.isEmpty()) {
            List<String> last = output.subList(Math.max(0, output.size() - SERVICE_LINES), output.size());
            console.tell("The last lines of the provider:\n"
                    + last.stream().map(line -> "  | " + Secrets.masked(line)).collect(Collectors.joining("\n")));
        }
    }

    private String coloured(String report) {
        return Console.plain(report).lines().map(this::colouredLine).collect(Collectors.joining("\n"));
    }

    private String colouredLine(String line) {
        for (Map.Entry<String, Style> verdict : VERDICTS.entrySet()) {
            if (line.startsWith(verdict.getKey())) {
                return console.style(verdict.getValue(), verdict.getKey())
                        + line.substring(verdict.getKey().length());
            }
        }
        return line;
    }
}

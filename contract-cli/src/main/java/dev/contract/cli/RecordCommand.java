package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.record.Recording;
import dev.contract.cli.record.RecordingSettings;
import dev.contract.core.http.Headers;
import dev.contract.core.problem.Problem;
import dev.contract.core.secret.Secrets;
import dev.contract.draft.Draft;
import dev.contract.draft.Drafting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code contract record}: passes requests on until it is asked to end, and drafts a contract of them. */
@Command(abbreviateSynopsis = true)
final class RecordCommand implements Callable<Integer> {
    /** How often it is looked whether enough requests have come. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** How long an answer may be on its way to the client. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(200);

    private final Surroundings surroundings;
    private final Console console;

    @Option(
            names = "--target",
            required = true,
            order = 3,
            paramLabel = "URL",
            description = "Where the provider runs.")
    private String target = "";

    @Option(
            names = "--port",
            order = 4,
            paramLabel = "N",
            description = "Where to listen, on this machine only; 0 for any free port. Default: 0.")
    private int port;

    @Option(
            names = "--for",
            order = 5,
            paramLabel = "SECONDS",
            description = "End after this time. Without this and --requests it ends when the process is asked to.")
    private @Nullable Integer seconds;

    @Option(
            names = "--requests",
            order = 6,
            paramLabel = "N",
            description = "End after so many requests to the provider.")
    private @Nullable Integer requests;

    @Option(
            names = "--once",
            order = 6,
            description = "Answer what was asked before as it was answered then, and do not ask the provider again.")
    private boolean once;

    @Option(
            names = "--header",
            order = 6,
            paramLabel = "'NAME: VALUE'",
            description = "A header of every request to the provider, which stands in no contract. May be repeated.")
    private List<String> headers = new ArrayList<>();

    @Mixin
    private TlsOptions tlsOptions = new TlsOptions();

    @Mixin
    private DraftOptions options = new DraftOptions();

    RecordCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() throws InterruptedException {
        checkUsage();
        try (Serving serving = Serving.begin("contract-record");
                Recording recording = Recording.start(settings())) {
            console.tell("Recording what " + options.consumer() + " asks " + options.provider() + " at "
                    + recording.url() + ", which passes it on to " + Secrets.url(target) + ".");
            await(serving, recording);
            write(recording);
        }
        return ExitCode.YES;
    }

    private void checkUsage() {
        tlsOptions.check();
        if ((seconds != null && seconds < 1) || (requests != null && requests < 1)) {
            throw new WrongUsage("--for and --requests are at least 1");
        }
        if (port < 0 || port > 65_535) {
            throw new WrongUsage("a port is a number from 0 to 65535, not " + port);
        }
    }

    private RecordingSettings settings() {
        Headers.Builder added = Headers.builder();
        headers.stream()
                .map(each -> NamedValue.parse("--header", each, ':'))
                .forEach(each -> added.add(each.name().strip(), each.value().strip()));
        SSLContext tls = tlsOptions.tls(surroundings).context();
        return RecordingSettings.of(target, port, once, added.build(), tls);
    }

    private void await(Serving serving, Recording recording) throws InterruptedException {
        long end = seconds == null
                ? Long.MAX_VALUE
                : System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        boolean isOver = false;
        while (!isOver && !serving.endsWithin(PAUSE)) {
            boolean enough = requests != null && recording.passedOn() >= requests;
            isOver = (seconds != null && System.nanoTime() - end >= 0) || (enough && recording.isQuietFor(ON_ITS_WAY));
        }
    }

    private void write(Recording recording) {
        Draft draft =
                Drafting.contract(options.consumer(), options.provider(), recording.samples(), options.settings());
        List<Problem> problems = new ArrayList<>(recording.problems());
        problems.addAll(draft.problems());
        options.tellSecrets(draft, surroundings);
        Problem nothing = DraftOptions.nothing()
                .found("no request came")
                .mend("have the consumer ask at the address that is told first, and end the recording then");
        options.write(draft.contract(), problems, nothing, surroundings);
    }
}

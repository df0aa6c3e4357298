package dev.contract.cli;

import dev.contract.cli.BuildOptions.Build;
import dev.contract.cli.ContractFiles.Merged;
import dev.contract.cli.ContractFiles.Pair;
import dev.contract.cli.console.Console;
import dev.contract.cli.console.Style;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonValue;
import dev.contract.provider.broker.BrokerException;
import dev.contract.provider.broker.Link;
import dev.contract.provider.broker.Notice;
import dev.contract.provider.broker.Publication;
import dev.contract.provider.broker.Published;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract publish}: reads everything before it sends anything. */
@Command(abbreviateSynopsis = true)
final class PublishCommand implements Callable<Integer> {
    private static final Set<String> WORTH_TELLING = Set.of("warning", "error", "danger", "prompt");

    private final Surroundings surroundings;
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|GLOB|FILE",
            description = "Contract files; of a directory its *.json files. Several of one pair are merged.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-a", "--consumer-app-version"},
            paramLabel = "VERSION",
            order = 1,
            description = "The consumer's version, best its commit. Needed unless it is detected.")
    private @Nullable String version;

    @Mixin
    private BuildOptions buildOptions = new BuildOptions();

    @Option(
            names = "--merge",
            order = 7,
            description = "Add to what this version has published already, instead of comparing with it.")
    private boolean merges;

    @SuppressWarnings("unused") // only the parser wants it
    @Option(names = "--validate", order = 8, description = "Accepted for old scripts: files are always validated.")
    private boolean validates;

    @Option(names = "--strict", order = 9, description = "Refuse what is only warned of otherwise.")
    private boolean strict;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private BrokerOptions brokerOptions = new BrokerOptions();

    PublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        ContractFiles files = ContractFiles.read(surroundings, names, strict);
        console.problems(files.warnings());
        Build build = buildOptions.build(surroundings, "consumer", version);
        List<JsonValue> answers = new ArrayList<>();
        try (BrokerAccess broker = brokerOptions.open(surroundings)) {
            for (Publication publication : publications(files, build)) {
                Published published = broker.client().publish(publication);
                answers.add(published.json());
                if (!output.isJson()) {
                    print(publication, published, broker.isLocal());
                }
            }
        } catch (BrokerException e) {
            if (e.status() != 409) {
                throw e;
            }
            console.problems(e.problems());
            return ExitCode.NO;
        }
        if (output.isJson()) {
            console.result(output.json(answers.size() == 1 ? answers.get(0) : JsonArray.of(answers)));
        }
        return ExitCode.YES;
    }

    /** One for each consumer: the broker takes them all or none. */
    private List<Publication> publications(ContractFiles files, Build build) {
        Map<String, List<Publication.Content>> byConsumer = new LinkedHashMap<>();
        for (Map.Entry<Pair, Merged> each : files.contracts().entrySet()) {
            byConsumer
                    .computeIfAbsent(each.getKey().consumer(), consumer -> new ArrayList<>())
                    .add(new Publication.Content(
                            each.getKey().provider(), each.getValue().json()));
        }
        List<Publication> publications = new ArrayList<>();
        byConsumer.forEach((consumer, contents) -> publications.add(new Publication(
                consumer, build.version(), build.branch(), build.tags(), build.url(), merges, contents)));
        return publications;
    }

    private void print(Publication publication, Published published, boolean local) {
        String branch = publication.branch() == null ? "" : " (branch " + publication.branch() + ")";
        for (int i = 0; i < publication.contracts().size(); i++) {
            String where = local ? "" : link(published, i);
            console.result(console.style(Style.GOOD, "Published") + " " + publication.consumer() + " "
                    + publication.version() + branch + " → "
                    + publication.contracts().get(i).provider() + where);
        }
        published.notices().stream()
                .filter(notice -> WORTH_TELLING.contains(notice.type()))
                .map(Notice::text)
                .forEach(text -> console.tell(text.strip()));
    }

    private static String link(Published published, int position) {
        List<Link> links = published.contracts();
        return position < links.size() ? "  " + links.get(position).href() : "";
    }
}

package dev.contract.cli;

import dev.contract.broker.Broker;
import dev.contract.broker.BrokerServer;
import dev.contract.broker.BrokerSettings;
import dev.contract.broker.domain.Role;
import dev.contract.broker.domain.matrix.Strictness;
import dev.contract.broker.domain.retention.Upkeep;
import dev.contract.core.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code contract broker}: serves until the process is asked to end. */
@Command(abbreviateSynopsis = true)
final class BrokerCommand implements Callable<Integer> {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./:@+-]*( [A-Za-z0-9_./@+-]+)*");

    private Surroundings surroundings;

    @Option(
            names = "--port",
            paramLabel = "N",
            order = 1,
            description = "Where to listen; 0 for any free port (PORT, PACT_BROKER_PORT). Default: 9292.")
    private int port = 9292;

    @Option(
            names = {"--host", "--bind"},
            paramLabel = "ADDRESS",
            order = 2,
            description =
                    "The address to listen at (CONTRACT_BROKER_HOST). Default: 127.0.0.1, which only this machine can"
                            + " reach.")
    private String host = "127.0.0.1";

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            order = 5,
            description = "The address that users have, for links; several with blanks between them"
                    + " (PACT_BROKER_BASE_URL). Default: that of each request.")
    private String baseUrl = "";

    @Option(
            names = "--infer",
            order = 6,
            description =
                    "Let missing results follow from others of the same provider version, unless a question says infer=false"
                            + " (CONTRACT_BROKER_INFER).")
    private boolean infers;

    @Option(
            names = "--bi-directional",
            paramLabel = "on|off",
            order = 7,
            description = "Whether providers may publish OpenAPI documents, which contracts are compared with"
                    + " (CONTRACT_BROKER_BI_DIRECTIONAL). Default: on.")
    private Switch biDirectional = Switch.ON;

    @Option(
            names = "--mode",
            paramLabel = "strict|compat",
            order = 8,
            description = "Whether each live version of a provider has to have verified a contract (strict), or any of"
                    + " them (compat), unless a question says mode=strict or mode=compat (CONTRACT_BROKER_MODE)."
                    + " Default: strict.")
    private Strictness mode = Strictness.STRICT;

    private enum Switch {
        ON,
        OFF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @SuppressWarnings("unused") // it is read before all others: see SettingsFile
    @Option(
            names = SettingsFile.OPTION,
            paramLabel = "FILE",
            order = 9,
            description = "A file of settings, YAML or properties, with lines such as \"port: 9292\" ("
                    + SettingsFile.VARIABLE + "). Variables and options count more.")
    private @Nullable String settingsFile;

    @Option(
            names = "--print-config",
            order = 10,
            description = "Print all settings as such a file would have them, without secrets, and end.")
    private boolean printsConfig;

    @Spec
    private @Nullable CommandSpec spec;

    BrokerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings = SettingOptions.over(
                surroundings, Objects.requireNonNull(spec).commandLine().getParseResult());
        BrokerSetting.unknown(surroundings.variables().keySet()).forEach(this::tellUnknown);
        if (printsConfig) {
            surroundings.console().result(config());
            return ExitCode.YES;
        }
        Optional<Upkeep.Plan> upkeep = variables().upkeep();
        BrokerLog log = BrokerLog.begin(surroundings);
        try {
            serve(upkeep);
        } finally {
            log.end();
        }
        return ExitCode.YES;
    }

    private BrokerVariables variables() {
        return new BrokerVariables(surroundings);
    }

    private void tellUnknown(String variable) {
        surroundings
                .console()
                .tell(variable + " is no setting of this broker."
                        + BrokerSetting.near(variable)
                                .map(near -> " Did you mean " + near.variable() + "?")
                                .orElse(""));
    }

    private String config() {
        return Stream.of(BrokerSetting.values())
                .map(setting -> setting.key() + ": " + quoted(setting.shown(value(setting))))
                .collect(Collectors.joining("\n"));
    }

    private String value(BrokerSetting setting) {
        if (setting == BrokerSetting.DATABASE) {
            return database.file(surroundings);
        }
        Object value = setting.option()
                .map(name -> Objects.requireNonNull(spec).findOption(name).<@Nullable Object>getValue())
                .orElse(null);
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(" "));
        }
        return value == null
                ? setting.in(surroundings)
                : value instanceof Role role ? role.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : JsonString.of(value).toJson();
    }

    private void serve(Optional<Upkeep.Plan> upkeep) {
        try (Serving serving = Serving.begin("contract-broker");
                Broker broker = Broker.open(settings());
                BrokerServer server = BrokerServer.start(broker, host, port)) {
            broker.startDelivering();
            upkeep.ifPresent(broker::startUpkeep);
            surroundings
                    .console()
                    .result("contract broker " + VersionCommand.own() + " · database " + database.address(surroundings)
                            + " · " + server.url() + " · " + openness(broker));
            serving.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String openness(Broker broker) {
        if (broker.door().isForThisMachine()) {
            return "no accounts: local access only";
        }
        return broker.door().isOpen() ? "no accounts: open to everybody" : "accounts";
    }

    private BrokerSettings settings() {
        WebhookVariables webhooks = new WebhookVariables(surroundings);
        BrokerSettings settings = BrokerSettings.of(database.address(surroundings));
        if (LocalBroker.isDirectory(baseUrl.strip())) {
            throw new WrongUsage(
                    "a broker that runs has a database, and no directory: whoever has PACT_BROKER_BASE_URL="
                            + baseUrl.strip()
                            + " needs none, for all commands work on it themselves; what users reach this one by"
                            + " is an address with http: or https:");
        }
        List<String> urls =
                baseUrl.isBlank() ? List.of() : List.of(baseUrl.strip().split("\\s+"));
        return settings.withApi(variables()
                        .of(settings.api())
                        .withBaseUrls(urls)
                        .withInference(infers)
                        .withStrictness(mode)
                        .withComparisons(biDirectional == Switch.ON))
                .withAccess(access.settings())
                .withWebhooks(webhooks.settings())
                .withVault(webhooks.vault());
    }
}

package dev.contract.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of options that are not given, taken from environment variables; the first that is set counts.
 *
 * <p>{@code PACT_BROKER_BASE_URL} is the broker's address here; a broker reads a variable of the same name as its public addresses.
 */
final class VariableDefaults implements IDefaultValueProvider {
    private static final Map<String, List<String>> VARIABLES = Map.ofEntries(
            Map.entry("--broker-base-url", List.of("PACT_BROKER_BASE_URL")),
            Map.entry("--broker-username", List.of("PACT_BROKER_USERNAME")),
            Map.entry("--broker-password", List.of("PACT_BROKER_PASSWORD")),
            Map.entry("--broker-token", List.of("PACT_BROKER_TOKEN")),
            Map.entry("--user", List.of("CONTRACT_SOURCE_USER")),
            Map.entry("create-webhook --user", List.of()),
            Map.entry("create-or-update-webhook --user", List.of()),
            Map.entry("--password", List.of("CONTRACT_SOURCE_PASSWORD")),
            Map.entry("--token", List.of("CONTRACT_SOURCE_TOKEN")),
            Map.entry("--retries", List.of("PACT_BROKER_HTTP_RETRIES")),
            Map.entry("--ssl-certificate", List.of("SSL_CERT_FILE")),
            Map.entry(
                    "--skip-ssl-verification",
                    List.of(
                            "SSL_SKIP_VERIFICATION",
                            "PACT_BROKER_DISABLE_SSL_VERIFICATION",
                            "PACT_DISABLE_SSL_VERIFICATION")),
            Map.entry("--database", List.of("CONTRACT_BROKER_DATABASE")),
            Map.entry("--database-url", List.of("PACT_BROKER_DATABASE_URL")),
            Map.entry("clean --dry-run", List.of("PACT_BROKER_DATABASE_CLEAN_DRY_RUN")),
            Map.entry("--keep-version-selectors", List.of("PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS")),
            Map.entry("clean --limit", List.of("PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT")),
            Map.entry("--port", List.of("PORT")),
            Map.entry("--from-username", List.of("CONTRACT_IMPORT_USERNAME")),
            Map.entry("--from-password", List.of("CONTRACT_IMPORT_PASSWORD")),
            Map.entry("--from-token", List.of("CONTRACT_IMPORT_TOKEN")),
            Map.entry("broker --host", List.of("CONTRACT_BROKER_HOST")),
            Map.entry("--bi-directional", List.of("CONTRACT_BROKER_BI_DIRECTIONAL")),
            Map.entry("broker --mode", List.of("CONTRACT_BROKER_MODE")),
            Map.entry("broker --infer", List.of("CONTRACT_BROKER_INFER")),
            Map.entry("--insecure-open", List.of("CONTRACT_BROKER_INSECURE_OPEN")),
            Map.entry("--key-store-password", List.of("CONTRACT_STUB_KEY_STORE_PASSWORD")),
            Map.entry("--control-token", List.of("CONTRACT_STUB_TOKEN")),
            Map.entry("--basic-auth-username", List.of("PACT_BROKER_BASIC_AUTH_USERNAME")),
            Map.entry("--basic-auth-password", List.of("PACT_BROKER_BASIC_AUTH_PASSWORD")),
            Map.entry("--basic-auth-read-only-username", List.of("PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME")),
            Map.entry("--basic-auth-read-only-password", List.of("PACT_BROKER_BASIC_AUTH_READ_ONLY_PASSWORD")),
            Map.entry("--allow-public-read", List.of("PACT_BROKER_ALLOW_PUBLIC_READ")),
            Map.entry("--public-heartbeat", List.of("PACT_BROKER_PUBLIC_HEARTBEAT")),
            Map.entry("--enable-public-badge-access", List.of("PACT_BROKER_ENABLE_PUBLIC_BADGE_ACCESS")),
            Map.entry("--admin-role", List.of("CONTRACT_BROKER_ADMIN_ROLE")),
            Map.entry("--cors-origin", List.of("CONTRACT_BROKER_CORS_ORIGINS")),
            Map.entry("--trusted-proxy", List.of("CONTRACT_BROKER_TRUSTED_PROXIES")),
            Map.entry("--base-url", List.of("PACT_BROKER_BASE_URL")));

    private final Surroundings surroundings;

    VariableDefaults(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String value = variables(option).stream()
                .map(surroundings::variable)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean isSwitch = value != null && option.type() == boolean.class;
        return isSwitch ? Boolean.toString(Surroundings.isTrue(value)) : value;
    }

    /** Those of the option of this command, or else of an option of this name. */
    private static List<String> variables(OptionSpec option) {
        String name = option.longestName();
        List<String> ofAll = VARIABLES.getOrDefault(name, List.of());
        return option.command() == null
                ? ofAll
                : VARIABLES.getOrDefault(option.command().name() + " " + name, ofAll);
    }
}

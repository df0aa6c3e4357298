package dev.contract.cli;

import dev.contract.core.problem.NearNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that a broker can be told, with the variable that tells it; the Pact Broker's name where it has one. */
enum BrokerSetting {
    PORT("PORT", "--port", "9292"),
    HOST("CONTRACT_BROKER_HOST", "--host", "127.0.0.1"),
    BASE_URL("PACT_BROKER_BASE_URL", "--base-url", ""),
    DATABASE("CONTRACT_BROKER_DATABASE", "--database", BrokerOptions.DEFAULT_DATABASE),
    DATABASE_URL("PACT_BROKER_DATABASE_URL", "--database-url", ""),
    DATABASE_ADAPTER("PACT_BROKER_DATABASE_ADAPTER", null, ""),
    DATABASE_HOST("PACT_BROKER_DATABASE_HOST", null, ""),
    DATABASE_PORT("PACT_BROKER_DATABASE_PORT", null, ""),
    DATABASE_NAME("PACT_BROKER_DATABASE_NAME", null, ""),
    DATABASE_USERNAME("PACT_BROKER_DATABASE_USERNAME", null, ""),
    DATABASE_PASSWORD("PACT_BROKER_DATABASE_PASSWORD", null, ""),
    DATABASE_SSLMODE("PACT_BROKER_DATABASE_SSLMODE", null, ""),
    INSECURE_OPEN("CONTRACT_BROKER_INSECURE_OPEN", "--insecure-open", "false"),
    BASIC_AUTH_USERNAME("PACT_BROKER_BASIC_AUTH_USERNAME", "--basic-auth-username", ""),
    BASIC_AUTH_PASSWORD("PACT_BROKER_BASIC_AUTH_PASSWORD", "--basic-auth-password", ""),
    BASIC_AUTH_READ_ONLY_USERNAME("PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME", "--basic-auth-read-only-username", ""),
    BASIC_AUTH_READ_ONLY_PASSWORD("PACT_BROKER_BASIC_AUTH_READ_ONLY_PASSWORD", "--basic-auth-read-only-password", ""),
    ALLOW_PUBLIC_READ("PACT_BROKER_ALLOW_PUBLIC_READ", "--allow-public-read", "false"),
    PUBLIC_HEARTBEAT("PACT_BROKER_PUBLIC_HEARTBEAT", "--public-heartbeat", "false"),
    ENABLE_PUBLIC_BADGE_ACCESS("PACT_BROKER_ENABLE_PUBLIC_BADGE_ACCESS", "--enable-public-badge-access", "false"),
    ADMIN_ROLE("CONTRACT_BROKER_ADMIN_ROLE", "--admin-role", ""),
    CORS_ORIGINS("CONTRACT_BROKER_CORS_ORIGINS", "--cors-origin", ""),
    TRUSTED_PROXIES("CONTRACT_BROKER_TRUSTED_PROXIES", "--trusted-proxy", ""),
    INFER("CONTRACT_BROKER_INFER", "--infer", "false"),
    BI_DIRECTIONAL("CONTRACT_BROKER_BI_DIRECTIONAL", "--bi-directional", "on"),
    MODE("CONTRACT_BROKER_MODE", "--mode", "strict"),
    ALLOW_DANGEROUS_CONTRACT_MODIFICATION("PACT_BROKER_ALLOW_DANGEROUS_CONTRACT_MODIFICATION", null, "false"),
    CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES(
            "PACT_BROKER_CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES", null, "true"),
    AUTO_DETECT_MAIN_BRANCH("PACT_BROKER_AUTO_DETECT_MAIN_BRANCH", null, "true"),
    MAIN_BRANCH_CANDIDATES("PACT_BROKER_MAIN_BRANCH_CANDIDATES", null, "develop main master"),
    USE_FIRST_TAG_AS_BRANCH("PACT_BROKER_USE_FIRST_TAG_AS_BRANCH", null, "true"),
    CREATE_DEPLOYED_VERSIONS_FOR_TAGS("PACT_BROKER_CREATE_DEPLOYED_VERSIONS_FOR_TAGS", null, "true"),
    PACT_CONTENT_DIFF_TIMEOUT("PACT_BROKER_PACT_CONTENT_DIFF_TIMEOUT", null, "15"),
    WEBHOOK_HOST_WHITELIST("PACT_BROKER_WEBHOOK_HOST_WHITELIST", null, ""),
    WEBHOOK_SCHEME_WHITELIST("PACT_BROKER_WEBHOOK_SCHEME_WHITELIST", null, "https"),
    WEBHOOK_HTTP_METHOD_WHITELIST("PACT_BROKER_WEBHOOK_HTTP_METHOD_WHITELIST", null, "POST"),
    WEBHOOK_RETRY_SCHEDULE("PACT_BROKER_WEBHOOK_RETRY_SCHEDULE", null, "10 60 120 300 600 1200"),
    WEBHOOK_HTTP_CODE_SUCCESS("PACT_BROKER_WEBHOOK_HTTP_CODE_SUCCESS", null, ""),
    SECRET_KEY("CONTRACT_BROKER_SECRET_KEY", null, ""),
    DATABASE_CLEAN_ENABLED("PACT_BROKER_DATABASE_CLEAN_ENABLED", null, "true"),
    DATABASE_CLEAN_CRON_SCHEDULE("PACT_BROKER_DATABASE_CLEAN_CRON_SCHEDULE", null, "15 2 * * *"),
    DATABASE_CLEAN_KEEP_VERSION_SELECTORS("PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS", null, ""),
    DATABASE_CLEAN_DELETION_LIMIT("PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT", null, "1000"),
    DATABASE_CLEAN_DRY_RUN("PACT_BROKER_DATABASE_CLEAN_DRY_RUN", null, "false"),
    DATABASE_CLEAN_BRANCH_MAX_AGE("CONTRACT_BROKER_DATABASE_CLEAN_BRANCH_MAX_AGE", null, "90"),
    LOG_LEVEL("PACT_BROKER_LOG_LEVEL", null, "info"),
    LOG_FORMAT("PACT_BROKER_LOG_FORMAT", null, "default");

    private static final List<String> PREFIXES = List.of("PACT_BROKER_", "CONTRACT_BROKER_");
    private static final Set<String> SECRET =
            Set.of("DATABASE_PASSWORD", "BASIC_AUTH_PASSWORD", "BASIC_AUTH_READ_ONLY_PASSWORD", "SECRET_KEY");
    private static final String MASK = "**********";

    /** Variables of the commands that speak to a broker, which may run where it runs, and of the file itself. */
    private static final Set<String> OF_OTHERS = Set.of(
            "PACT_BROKER_USERNAME",
            "PACT_BROKER_PASSWORD",
            "PACT_BROKER_TOKEN",
            "PACT_BROKER_HTTP_RETRIES",
            "PACT_BROKER_DISABLE_SSL_VERIFICATION",
            "PACT_BROKER_ERROR_ON_UNKNOWN_OPTION",
            SettingsFile.VARIABLE);

    private static final List<String> STARTS_OF_OTHERS =
            List.of("PACT_BROKER_CAN_I_DEPLOY_", "PACT_BROKER_CAN_I_MERGE_");

    private final String variable;
    private final @Nullable String option;
    private final String standard;

    BrokerSetting(String variable, @Nullable String option, String standard) {
        this.variable = variable;
        this.option = option;
        this.standard = standard;
    }

    String variable() {
        return variable;
    }

    /** Its name in a file of settings. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The option that says the same; empty where only the variable does. */
    Optional<String> option() {
        return Optional.ofNullable(option);
    }

    static Optional<BrokerSetting> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** What it is when nobody says anything, as a variable would have it. */
    String standard() {
        return standard;
    }

    String in(Surroundings surroundings) {
        String value = surroundings.variable(variable);
        return value == null ? standard : value.strip();
    }

    boolean isTrueIn(Surroundings surroundings) {
        return Surroundings.isTrue(in(surroundings));
    }

    List<String> wordsIn(Surroundings surroundings) {
        String words = in(surroundings);
        return words.isEmpty() ? List.of() : List.of(words.split("[\\s,]+"));
    }

    /**
     * A whole number.
     *
     * @throws WrongUsage if it is none
     */
    int numberIn(Surroundings surroundings) {
        String text = in(surroundings);
        if (!text.matches("[0-9]{1,9}")) {
            throw new WrongUsage(variable + " is not a whole number: " + text);
        }
        return Integer.parseInt(text);
    }

    /** A value as it may be shown. */
    String shown(String value) {
        if (SECRET.contains(name()) && !value.isEmpty()) {
            return MASK;
        }
        return this == DATABASE_URL
                ? value.replaceFirst("(://[^/@:]*):.*@", "$1:" + MASK + "@")
                        .replaceAll("([?&]password=)[^&]*", "$1" + MASK)
                : value;
    }

    /** The one whose name is nearest to that of a variable. */
    static Optional<BrokerSetting> near(String variable) {
        String key = variable.replaceFirst("^(PACT|CONTRACT)_BROKER_", "").toLowerCase(Locale.ROOT);
        return NearNames.nearest(
                        key, Stream.of(values()).map(BrokerSetting::key).toList())
                .flatMap(BrokerSetting::ofKey);
    }

    /** The variables that look as if they were meant for a broker, and are not known. */
    static List<String> unknown(Set<String> variables) {
        Predicate<String> isKnown = name -> OF_OTHERS.contains(name)
                || STARTS_OF_OTHERS.stream().anyMatch(name::startsWith)
                || Stream.of(values()).anyMatch(each -> each.variable.equals(name));
        return variables.stream()
                .filter(name -> PREFIXES.stream().anyMatch(name::startsWith))
                .filter(isKnown.negate())
                .sorted()
                .toList();
    }
}

package dev.contract.cli;

import dev.contract.core.problem.NearNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    DATABASE_ADAPTER("PACT_BROKER_DATABASE_ADAPTER", Subject.DATABASE, "", "The kind of database: postgres or sqlite"),
    DATABASE_HOST("PACT_BROKER_DATABASE_HOST", Subject.DATABASE, "", "Where PostgreSQL listens"),
    DATABASE_PORT("PACT_BROKER_DATABASE_PORT", Subject.DATABASE, "", "Its port"),
    DATABASE_NAME("PACT_BROKER_DATABASE_NAME", Subject.DATABASE, "", "The name of the database, or the file of SQLite"),
    DATABASE_USERNAME("PACT_BROKER_DATABASE_USERNAME", Subject.DATABASE, "", "Who the broker is there"),
    DATABASE_PASSWORD("PACT_BROKER_DATABASE_PASSWORD", Subject.DATABASE, "", "Its password"),
    DATABASE_SSLMODE(
            "PACT_BROKER_DATABASE_SSLMODE",
            Subject.DATABASE,
            "",
            "How sure the connection has to be: disable to verify-full, as for psql"),
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
    ALLOW_DANGEROUS_CONTRACT_MODIFICATION(
            "PACT_BROKER_ALLOW_DANGEROUS_CONTRACT_MODIFICATION",
            Subject.PUBLISHING,
            "false",
            "Let a version publish a contract again with other content"),
    CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES(
            "PACT_BROKER_CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES",
            Subject.PUBLISHING,
            "true",
            "Refuse a new name that looks like a known one"),
    AUTO_DETECT_MAIN_BRANCH(
            "PACT_BROKER_AUTO_DETECT_MAIN_BRANCH",
            Subject.PUBLISHING,
            "true",
            "Take a branch or tag of such a name for the main branch of an application that has none"),
    MAIN_BRANCH_CANDIDATES(
            "PACT_BROKER_MAIN_BRANCH_CANDIDATES",
            Subject.PUBLISHING,
            "develop main master",
            "The names of main branches, with blanks between them"),
    USE_FIRST_TAG_AS_BRANCH(
            "PACT_BROKER_USE_FIRST_TAG_AS_BRANCH",
            Subject.PUBLISHING,
            "true",
            "Take the first tag of a new version for its branch"),
    CREATE_DEPLOYED_VERSIONS_FOR_TAGS(
            "PACT_BROKER_CREATE_DEPLOYED_VERSIONS_FOR_TAGS",
            Subject.PUBLISHING,
            "true",
            "Record a deployment when a tag has the name of an environment"),
    PACT_CONTENT_DIFF_TIMEOUT(
            "PACT_BROKER_PACT_CONTENT_DIFF_TIMEOUT",
            Subject.PUBLISHING,
            "15",
            "How many seconds comparing two contracts may take"),
    WEBHOOK_HOST_WHITELIST(
            "PACT_BROKER_WEBHOOK_HOST_WHITELIST",
            Subject.WEBHOOKS,
            "",
            "The hosts they may reach, with blanks between them"),
    WEBHOOK_SCHEME_WHITELIST(
            "PACT_BROKER_WEBHOOK_SCHEME_WHITELIST", Subject.WEBHOOKS, "https", "The schemes of their addresses"),
    WEBHOOK_HTTP_METHOD_WHITELIST(
            "PACT_BROKER_WEBHOOK_HTTP_METHOD_WHITELIST", Subject.WEBHOOKS, "POST", "The methods of their requests"),
    WEBHOOK_RETRY_SCHEDULE(
            "PACT_BROKER_WEBHOOK_RETRY_SCHEDULE",
            Subject.WEBHOOKS,
            "10 60 120 300 600 1200",
            "The pauses before further attempts, in seconds"),
    WEBHOOK_HTTP_CODE_SUCCESS(
            "PACT_BROKER_WEBHOOK_HTTP_CODE_SUCCESS",
            Subject.WEBHOOKS,
            "",
            "The statuses that mean success, in place of every 2xx"),
    SECRET_KEY("CONTRACT_BROKER_SECRET_KEY", null, ""),
    DATABASE_CLEAN_ENABLED(
            "PACT_BROKER_DATABASE_CLEAN_ENABLED", Subject.RETENTION, "true", "Remove by itself what is old"),
    DATABASE_CLEAN_CRON_SCHEDULE(
            "PACT_BROKER_DATABASE_CLEAN_CRON_SCHEDULE", Subject.RETENTION, "15 2 * * *", "When, as for cron"),
    DATABASE_CLEAN_KEEP_VERSION_SELECTORS(
            "PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS", Subject.RETENTION, "", "Which versions stay, as JSON"),
    DATABASE_CLEAN_DELETION_LIMIT(
            "PACT_BROKER_DATABASE_CLEAN_DELETION_LIMIT", Subject.RETENTION, "1000", "How many versions go at a time"),
    DATABASE_CLEAN_DRY_RUN(
            "PACT_BROKER_DATABASE_CLEAN_DRY_RUN", Subject.RETENTION, "false", "Only tell in the log what would go"),
    DATABASE_CLEAN_BRANCH_MAX_AGE(
            "CONTRACT_BROKER_DATABASE_CLEAN_BRANCH_MAX_AGE",
            Subject.RETENTION,
            "90",
            "After how many days without a new version a branch is forgotten"),
    DATABASE_CLEAN_KEEP_BRANCHES(
            "CONTRACT_BROKER_DATABASE_CLEAN_KEEP_BRANCHES",
            Subject.RETENTION,
            "",
            "The branches that are never forgotten, as main branches, with blanks between them"),
    LOG_LEVEL("PACT_BROKER_LOG_LEVEL", Subject.LOG, "info", "debug, info, warn, error or off"),
    LOG_FORMAT("PACT_BROKER_LOG_FORMAT", Subject.LOG, "default", "default, or json, an object on each line");

    private static final List<String> PREFIXES = List.of("PACT_BROKER_", "CONTRACT_BROKER_");
    private static final Set<String> SECRET =
            Set.of("DATABASE_PASSWORD", "BASIC_AUTH_PASSWORD", "BASIC_AUTH_READ_ONLY_PASSWORD", "SECRET_KEY");

    /** Images of the Pact Broker call it so; to Kubernetes it is where a service named pact-broker is: {@code tcp://10.0.0.1:80}. */
    private static final String OTHER_NAME_OF_PORT = "PACT_BROKER_PORT";

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

    /** What settings are about whose options one rule makes, see {@link SettingOptions}. */
    enum Subject {
        DATABASE("The database in parts"),
        PUBLISHING("What follows from what is published"),
        WEBHOOKS("Webhooks"),
        RETENTION("What is removed in time"),
        LOG("The log");

        private final String heading;

        Subject(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }

        List<BrokerSetting> settings() {
            return Stream.of(BrokerSetting.values())
                    .filter(each -> each.subject == this)
                    .toList();
        }
    }

    private final String variable;
    private final @Nullable String option;
    private final String standard;
    private final @Nullable Subject subject;
    private final String words;

    /** One that a field of a command stands for, or none. */
    BrokerSetting(String variable, @Nullable String option, String standard) {
        this.variable = variable;
        this.option = option;
        this.standard = standard;
        this.subject = null;
        this.words = "";
    }

    /** One with an option of its own name. */
    BrokerSetting(String variable, Subject subject, String standard, String words) {
        this.variable = variable;
        this.option = "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.standard = standard;
        this.subject = subject;
        this.words = words;
    }

    /** What it does, in words; empty where a field of a command says so. */
    String words() {
        return words;
    }

    boolean isSwitch() {
        return standard.equals("true") || standard.equals("false");
    }

    String variable() {
        return variable;
    }

    /** Its name in a file of settings. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The option that says the same; empty for the key of secrets, which never stands on a command line. */
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
        return parts(surroundings, "[\\s,]+");
    }

    /** Names with blanks between them, for commas may be part of them. */
    List<String> namesIn(Surroundings surroundings) {
        return parts(surroundings, "\\s+");
    }

    private List<String> parts(Surroundings surroundings, String gap) {
        String text = in(surroundings);
        return text.isEmpty() ? List.of() : List.of(text.split(gap));
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

    /** The same with each variable under the one name that it has here. */
    static Surroundings underOneName(Surroundings surroundings) {
        String port = surroundings.variable(OTHER_NAME_OF_PORT);
        if (port == null) {
            return surroundings;
        }
        Map<String, String> variables = new TreeMap<>(surroundings.variables());
        variables.remove(OTHER_NAME_OF_PORT);
        if (surroundings.variable(PORT.variable) == null && port.strip().matches("[0-9]{1,5}")) {
            variables.put(PORT.variable, port);
        }
        return surroundings.withVariables(variables);
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

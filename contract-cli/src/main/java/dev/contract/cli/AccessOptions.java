package dev.contract.cli;

import dev.contract.broker.access.AccessSettings;
import dev.contract.broker.access.AccessSettings.Openness;
import dev.contract.broker.access.Account;
import dev.contract.broker.access.TrustedProxies;
import dev.contract.broker.domain.Role;
import dev.contract.broker.egress.AddressRange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who may do what in a broker. The variables are better for passwords: everybody on a machine can see the options of its processes. */
@Command
final class AccessOptions {
    @Option(
            names = "--insecure-open",
            order = 20,
            description = "Let everybody who reaches the port read and write as long as there are no accounts.")
    private boolean insecureOpen;

    @Option(
            names = "--basic-auth-username",
            paramLabel = "NAME",
            order = 21,
            description = "An account that may read and write (PACT_BROKER_BASIC_AUTH_USERNAME).")
    private @Nullable String name;

    @Option(
            names = "--basic-auth-password",
            paramLabel = "PASSWORD",
            order = 22,
            description = "Its password (PACT_BROKER_BASIC_AUTH_PASSWORD).")
    private @Nullable String password;

    @Option(
            names = "--basic-auth-read-only-username",
            paramLabel = "NAME",
            order = 23,
            description = "An account that may only read (PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME).")
    private @Nullable String readerName;

    @Option(
            names = "--basic-auth-read-only-password",
            paramLabel = "PASSWORD",
            order = 24,
            description = "Its password (PACT_BROKER_BASIC_AUTH_READ_ONLY_PASSWORD).")
    private @Nullable String readerPassword;

    @Option(
            names = "--allow-public-read",
            order = 25,
            description = "Let everybody read without an account (PACT_BROKER_ALLOW_PUBLIC_READ).")
    private boolean publicRead;

    @Option(
            names = "--public-heartbeat",
            order = 26,
            description =
                    "Let everybody ask whether the broker is there, without an account (PACT_BROKER_PUBLIC_HEARTBEAT).")
    private boolean publicHeartbeat;

    @Option(
            names = "--enable-public-badge-access",
            order = 27,
            description = "Let everybody see badges, without an account (PACT_BROKER_ENABLE_PUBLIC_BADGE_ACCESS).")
    private boolean publicBadges;

    @Option(
            names = "--admin-role",
            paramLabel = "ROLE",
            order = 28,
            description = "Who may keep environments and webhooks, and delete applications: write or admin"
                    + " (CONTRACT_BROKER_ADMIN_ROLE). Default: admin as soon as there is a token, before that write.")
    private @Nullable Role ruling;

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            split = "\\s+",
            order = 29,
            description =
                    "A server whose pages may ask this broker, as https://ui.example (CONTRACT_BROKER_CORS_ORIGINS,"
                            + " with blanks between them). May be repeated.")
    private List<String> origins = new ArrayList<>();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = "[\\s,]+",
            order = 30,
            description =
                    "A proxy before this broker, or a range as 10.1.0.0/16: the X-Forwarded-For of these tells where"
                            + " requests come from (CONTRACT_BROKER_TRUSTED_PROXIES, with blanks between them). May be repeated.")
    private List<String> proxies = new ArrayList<>();

    AccessSettings settings() {
        return AccessSettings.LOCAL
                .withAccounts(accounts())
                .withOpen(open())
                .withRuling(ruling)
                .withOrigins(origins)
                .withProxies(new TrustedProxies(
                        proxies.stream().map(AccessOptions::range).toList()))
                .withInsecureOpen(insecureOpen);
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text)
                .orElseThrow(() -> new WrongUsage(
                        "--trusted-proxy (CONTRACT_BROKER_TRUSTED_PROXIES) takes addresses and ranges such as 10.1.0.0/16, not \""
                                + text + "\"."));
    }

    private List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        add(accounts, Role.WRITE, name, "--basic-auth-username", password, "--basic-auth-password");
        add(
                accounts,
                Role.READ,
                readerName,
                "--basic-auth-read-only-username",
                readerPassword,
                "--basic-auth-read-only-password");
        return accounts;
    }

    private static void add(
            List<Account> accounts,
            Role role,
            @Nullable String name,
            String nameOption,
            @Nullable String password,
            String passwordOption) {
        if (name == null && password == null) {
            return;
        }
        if (name == null || password == null) {
            throw new WrongUsage(
                    name == null
                            ? passwordOption + " needs " + nameOption + ", too"
                            : nameOption + " needs " + passwordOption + ", too");
        }
        if (name.contains(":")) {
            throw new WrongUsage("a name in " + nameOption + " cannot have a colon: it ends where the password begins");
        }
        accounts.add(Account.of(name, password, role));
    }

    private Set<Openness> open() {
        Set<Openness> open = EnumSet.noneOf(Openness.class);
        if (publicRead) {
            open.add(Openness.READING);
        }
        if (publicHeartbeat) {
            open.add(Openness.HEARTBEAT);
        }
        if (publicBadges) {
            open.add(Openness.BADGES);
        }
        return open;
    }
}

package dev.contract.cli;

import dev.contract.provider.source.ContractSource;
import dev.contract.provider.source.UrlSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** As whom to fetch contracts from URLs that are named; the broker's options are others, so that nobody else gets its secrets. */
@Command
final class SourceOptions {
    @Option(
            names = "--user",
            paramLabel = "NAME",
            order = 50,
            description =
                    "User name for contracts that are named by a URL outside of the broker (CONTRACT_SOURCE_USER).")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            order = 51,
            description = "Its password (CONTRACT_SOURCE_PASSWORD).")
    private @Nullable String password;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            order = 52,
            description = "A bearer token for such URLs instead (CONTRACT_SOURCE_TOKEN).")
    private @Nullable String token;

    @Option(
            names = "--source-header",
            paramLabel = "'NAME: VALUE'",
            order = 53,
            description = "A header of every request for such URLs. May be repeated.")
    private List<String> headers = new ArrayList<>();

    /** The contract behind a URL. */
    ContractSource source(String url) {
        UrlSource source = authorized(ContractSource.url(url));
        for (String header : headers) {
            NamedValue field = NamedValue.parse("--source-header", header, ':');
            source = source.header(field.name(), field.value());
        }
        return source;
    }

    private UrlSource authorized(UrlSource source) {
        if (token != null) {
            return source.bearer(token);
        }
        return user == null ? source : source.basic(user, password == null ? "" : password);
    }
}

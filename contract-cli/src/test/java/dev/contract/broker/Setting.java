package dev.contract.broker;

import dev.contract.broker.store.TestPostgres;
import java.util.List;
import java.util.stream.Stream;

/** How a test reaches a broker, and where that keeps everything: what it answers must be the same. */
enum Setting {
    IN_PROCESS,
    OVER_HTTP,
    OVER_HTTP_ON_POSTGRESQL,
    /** A directory, opened anew for each request. */
    IN_DIRECTORY;

    boolean isOverHttp() {
        return this == OVER_HTTP || isOnPostgres();
    }

    boolean isInDirectory() {
        return this == IN_DIRECTORY;
    }

    boolean isOnPostgres() {
        return this == OVER_HTTP_ON_POSTGRESQL;
    }

    /** Those of this machine. */
    static List<Setting> all() {
        return Stream.of(values())
                .filter(each -> !each.isOnPostgres() || TestPostgres.isPossible())
                .toList();
    }

    /** One for each database. */
    static List<Setting> databases() {
        return all().stream().filter(Setting::isOverHttp).toList();
    }
}

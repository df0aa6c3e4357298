package dev.contract.broker;

import dev.contract.broker.store.TestPostgres;
import java.util.List;
import java.util.stream.Stream;

/** How a test reaches a broker, and where that keeps everything: what it answers must be the same. */
enum Setting {
    IN_PROCESS,
    OVER_HTTP,
    OVER_HTTP_ON_POSTGRESQL;

    boolean isOverHttp() {
        return this != IN_PROCESS;
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

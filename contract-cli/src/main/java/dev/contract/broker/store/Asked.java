package dev.contract.broker.store;

import dev.contract.broker.domain.Version;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Versions that one statement is asked about all at once; its rows name them by id. */
final class Asked {
    private final Map<Long, Version> byId = new LinkedHashMap<>();

    Asked(Collection<Version> versions) {
        versions.forEach(version -> byId.put(version.id(), version));
    }

    /** What follows the name of the column. */
    String condition() {
        return " IN (" + String.join(", ", Collections.nCopies(byId.size(), "?")) + ") ";
    }

    Object[] ids() {
        return byId.keySet().toArray();
    }

    Version version(Cells cells) throws SQLException {
        return Objects.requireNonNull(byId.get(cells.number()), "a version that was not asked about");
    }
}

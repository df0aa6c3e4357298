package dev.contract.broker.domain.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rows say the same, so that only the one of the newest provider version counts. */
public enum LatestBy {
    /** One row for each consumer version and provider version: {@code cvpv}. */
    CONSUMER_VERSION_PROVIDER_VERSION("cvpv", "consumer version and provider version") {
        @Override
        Object group(MatrixRow row) {
            return List.of(
                    row.pact().consumer().id(),
                    row.pact().provider().id(),
                    row.decidedVersion().id());
        }
    },
    /** One row for each consumer version and provider: {@code cvp}. */
    CONSUMER_VERSION_PROVIDER("cvp", "consumer version and provider") {
        @Override
        Object group(MatrixRow row) {
            return List.of(row.pact().consumer().id(), row.pact().provider().id());
        }
    },
    /** One row for each consumer and provider: {@code cp}. */
    CONSUMER_PROVIDER("cp", "consumer and provider") {
        @Override
        Object group(MatrixRow row) {
            return List.of(
                    row.pact().consumer().owner().id(), row.pact().provider().id());
        }
    };

    private static final Comparator<MatrixRow> NEWER = Comparator.<MatrixRow>comparingLong(
                    row -> row.decidedVersion().order())
            .thenComparingLong(row -> row.pact().consumer().order())
            .thenComparingLong(MatrixRow::number);

    private final String code;
    private final String group;

    LatestBy(String code, String group) {
        this.code = code;
        this.group = group;
    }

    /** What the rows that say the same have in common, in words: {@code consumer version and provider}. */
    String group() {
        return group;
    }

    /** What the rows that say the same have in common. */
    abstract Object group(MatrixRow row);

    /** How the question is written: {@code cvpv}. */
    public String code() {
        return code;
    }

    /** Rows without a result all stay: each of them says that something is missing. */
    List<MatrixRow> newest(List<MatrixRow> rows) {
        List<MatrixRow> kept = new ArrayList<>();
        Map<Object, MatrixRow> newest = new LinkedHashMap<>();
        for (MatrixRow row : rows) {
            if (!row.isDecided()) {
                kept.add(row);
            } else {
                newest.merge(group(row), row, (one, other) -> NEWER.compare(one, other) >= 0 ? one : other);
            }
        }
        kept.addAll(newest.values());
        return kept;
    }
}

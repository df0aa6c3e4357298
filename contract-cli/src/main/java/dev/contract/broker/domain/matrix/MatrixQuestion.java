package dev.contract.broker.domain.matrix;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to the matrix.
 *
 * @param named the applications asked about; at least one
 * @param target which versions of all other applications matter; null when only the named ones do
 * @param ignored what the verdict leaves out
 * @param latestBy which rows count; null for every row, overwritten ones too
 * @param states which rows are wanted; all three, or fewer
 * @param inferring whether a result that is missing may follow from others of the same provider version
 * @param comparing whether it counts what provider versions say of themselves
 */
public record MatrixQuestion(
        List<Selector> named,
        @Nullable Pick target,
        List<Ignore> ignored,
        @Nullable LatestBy latestBy,
        Set<MatrixRow.State> states,
        Strictness strictness,
        boolean inferring,
        boolean comparing) {
    public MatrixQuestion {
        named = List.copyOf(named);
        ignored = List.copyOf(ignored);
        states = Set.copyOf(states);
        latestBy = forEveryLiveVersion(latestBy, target);
    }

    /** A question for which nothing is inferred. */
    public MatrixQuestion(
            List<Selector> named,
            @Nullable Pick target,
            List<Ignore> ignored,
            @Nullable LatestBy latestBy,
            Set<MatrixRow.State> states,
            Strictness strictness) {
        this(named, target, ignored, latestBy, states, strictness, false, true);
    }

    /** Can one version go where the target is? */
    public static MatrixQuestion canIDeploy(Selector selector, Pick target, LatestBy latestBy, Strictness strictness) {
        return new MatrixQuestion(
                List.of(selector), target, List.of(), latestBy, EnumSet.allOf(MatrixRow.State.class), strictness);
    }

    public MatrixQuestion withNamed(List<Selector> others) {
        return new MatrixQuestion(others, target, ignored, latestBy, states, strictness, inferring, comparing);
    }

    public MatrixQuestion withIgnored(List<Ignore> others) {
        return new MatrixQuestion(named, target, others, latestBy, states, strictness, inferring, comparing);
    }

    public MatrixQuestion withInference(boolean wanted) {
        return new MatrixQuestion(named, target, ignored, latestBy, states, strictness, wanted, comparing);
    }

    public MatrixQuestion withComparisons(boolean wanted) {
        return new MatrixQuestion(named, target, ignored, latestBy, states, strictness, inferring, wanted);
    }

    /** Clients ask for the newest row of each provider with an environment, too; several live versions must not become one. */
    private static @Nullable LatestBy forEveryLiveVersion(@Nullable LatestBy latestBy, @Nullable Pick target) {
        return latestBy != null && target instanceof Pick.In ? LatestBy.CONSUMER_VERSION_PROVIDER_VERSION : latestBy;
    }
}

package dev.contract.consumer.answer;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long an answer waits. Delays that vary follow from the seed of the run.
 *
 * <pre>{@code
 * .willRespondWith(200).after(Delay.logNormal(Duration.ofMillis(80), 0.4))
 * }</pre>
 *
 * <p>Immutable.
 */
public sealed interface Delay {
    /** No delay is longer, whatever chance says. */
    Duration LONGEST = Duration.ofHours(1);

    Delay NONE = new Fixed(Duration.ZERO);

    /** The delay of the next answer. */
    Duration next(RandomGenerator random);

    /** Always the same. */
    static Delay of(Duration duration) {
        return new Fixed(checked(duration));
    }

    /** Anything from one duration to another, equally likely. */
    static Delay between(Duration least, Duration most) {
        if (checked(least).compareTo(checked(most)) > 0) {
            throw refused(least + " to " + most, "give the shorter duration first");
        }
        return new Between(least, most);
    }

    /**
     * Mostly near the median, now and then far above it, as services and networks are.
     *
     * @param median half of the delays are shorter
     * @param sigma how far they spread: the standard deviation of their logarithm, 0 to 5; 0.4 is usual
     */
    static Delay logNormal(Duration median, double sigma) {
        if (!(sigma >= 0 && sigma <= 5)) {
            throw refused("a sigma of " + sigma, "give a sigma from 0 to 5, for example 0.4");
        }
        return new LogNormal(checked(median), sigma);
    }

    private static Duration checked(Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw refused(duration.toString(), "give a duration from 0 to one hour");
        }
        return duration;
    }

    private static ContractException refused(String found, String mend) {
        return new ContractException(Problem.error("CONTRACT-DELAY", "an answer cannot be delayed like this")
                .found(found)
                .mend(mend));
    }

    /** See {@link #of}. */
    record Fixed(Duration duration) implements Delay {
        @Override
        public Duration next(RandomGenerator random) {
            return duration;
        }
    }

    /** See {@link #between}. */
    record Between(Duration least, Duration most) implements Delay {
        @Override
        public Duration next(RandomGenerator random) {
            long width = most.toNanos() - least.toNanos();
            return least.plusNanos(random.nextLong(width + 1));
        }
    }

    /** See {@link #logNormal}. */
    record LogNormal(Duration median, double sigma) implements Delay {
        @Override
        public Duration next(RandomGenerator random) {
            double nanos = median.toNanos() * Math.exp(sigma * random.nextGaussian());
            return Duration.ofNanos((long) Math.min(nanos, (double) LONGEST.toNanos()));
        }
    }
}

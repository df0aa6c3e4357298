package dev.contract.consumer.junit;

import dev.contract.core.generating.Seed;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How often test methods that passed are run again, and on what answers. Immutable.
 *
 * @param variations how many other answers each is given; 0 for none
 * @param only the numbers of the one variation to be tried; none for all of them
 * @param seed of what the answers are
 * @param knockOut whether they are run without each field
 */
record RerunSettings(int variations, List<Integer> only, Seed seed, boolean knockOut) {
    /** The configuration parameter, or system property, that comes before {@link ConsumerTest#variations()}. */
    static final String VARIATIONS = "contract.variations";

    /** The numbers of the changes that a failure names, to try these alone. */
    static final String VARIATION = "contract.variation";

    /** Comes before {@link ConsumerTest#knockOut()}. */
    static final String KNOCK_OUT = "contract.knockout";

    private static final int MOST = 100_000;

    /**
     * The settings of a class.
     *
     * @param configured what is configured by this name; empty for nothing
     * @throws ContractException if one of them cannot be read
     */
    static RerunSettings of(ConsumerTest mark, UnaryOperator<String> configured, Seed seed) {
        String variations = configured.apply(VARIATIONS).strip();
        String knockOut = configured.apply(KNOCK_OUT).strip();
        String only = configured.apply(VARIATION).strip();
        return new RerunSettings(
                variations.isEmpty()
                        ? number(VARIATIONS, String.valueOf(mark.variations()))
                        : number(VARIATIONS, variations),
                Pattern.compile(",")
                        .splitAsStream(only)
                        .filter(each -> !each.isBlank())
                        .map(each -> number(VARIATION, each))
                        .toList(),
                seed,
                knockOut.isEmpty() ? mark.knockOut() : Boolean.parseBoolean(knockOut));
    }

    boolean wantAny() {
        return variations > 0 || knockOut;
    }

    private static int number(String name, String text) {
        if (text.strip().matches("\\d{1,6}") && Integer.parseInt(text.strip()) <= MOST) {
            return Integer.parseInt(text.strip());
        }
        throw new ContractException(Problem.error("CONTRACT-VARIATION", name + " is no number of variations")
                .found(Quoted.text(text))
                .mend("give a whole number from 0 to " + MOST));
    }

    /** The settings that show the same once more. */
    String replay(String numbers) {
        return "-D" + VARIATIONS + "=" + variations + " -Dcontract.seed=" + seed + " -D" + VARIATION + "=" + numbers;
    }
}

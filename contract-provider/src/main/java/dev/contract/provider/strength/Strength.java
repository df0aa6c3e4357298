package dev.contract.provider.strength;

import dev.contract.core.http.HttpResponse;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.ResponsePart;
import java.util.ArrayList;
import java.util.List;

/**
 * How many changes of a response its contract would notice, and which it would not.
 *
 * <pre>{@code
 * Strength strength = Strength.of(interaction.response(), plan, captured);
 * strength.weaknesses();   // $.name may be empty without notice: match it with notEmpty(…) or regex(…)
 * }</pre>
 *
 * <p>Advice, never a verdict: a contract may mean to be this weak. A key that is added to an object counts only where it is noticed,
 * because a response may have more than was expected. Immutable.
 *
 * @param changes how many were tried
 * @param noticed how many of them the matcher refused
 * @param weaknesses the others, in the order of the response
 * @param untried how many more there are in a large response: of those that are tried some come from everywhere in it
 */
public record Strength(int changes, int noticed, List<Weakness> weaknesses, int untried) {
    private static final int MOST_CHANGES = 200;

    /** Each change is a body made and parsed: a body of a megabyte has fewer of them. */
    private static final int MOST_BYTES = 32 << 20;

    private static final int FEWEST_CHANGES = 8;

    public Strength {
        weaknesses = List.copyOf(weaknesses);
    }

    /**
     * Changes a response in at most 200 places, one at a time, and lets the plan judge each.
     *
     * @param plan of this expectation
     * @param accepted a response that the plan accepts
     */
    public static Strength of(ResponsePart expected, ResponsePlan plan, HttpResponse accepted) {
        List<Mutant> all = new ArrayList<>(HeadMutants.of(expected.example(), accepted));
        all.addAll(BodyMutants.of(expected, accepted));
        List<Mutant> tried = sample(all, most(accepted));
        int noticed = 0;
        List<Weakness> weaknesses = new ArrayList<>();
        for (Mutant mutant : tried) {
            if (!plan.match(mutant.response().get()).matches()) {
                noticed++;
            } else if (!mutant.tolerated()) {
                weaknesses.add(mutant.weakness());
            }
        }
        return new Strength(noticed + weaknesses.size(), noticed, weaknesses, all.size() - tried.size());
    }

    private static int most(HttpResponse response) {
        int affordable = MOST_BYTES / Math.max(1, response.body().bytes().length);
        return Math.max(FEWEST_CHANGES, Math.min(MOST_CHANGES, affordable));
    }

    /** Evenly spread over all of them, and the same ones in every run. */
    private static List<Mutant> sample(List<Mutant> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<Mutant> some = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * all.size() / most)));
        }
        return some;
    }

    /** {@code 24 of 27 changes of the response would be noticed}, and how many were not tried. */
    public String summary() {
        String text = noticed + " of " + changes + " changes of the response would be noticed";
        return untried == 0 ? text : text + ", " + untried + " more were not tried";
    }
}

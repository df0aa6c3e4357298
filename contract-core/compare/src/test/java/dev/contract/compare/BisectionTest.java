package dev.contract.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BisectionTest {

    @Test
    void the_first_that_differs_is_found_in_logarithmically_many_checks_wherever_it_is() {
        for (int versions = 1; versions <= 130; versions++) {
            for (int first = 1; first <= versions; first++) {
                int planted = first;
                Set<Integer> looked = new TreeSet<>();

                Bisection found = Bisection.of(versions, i -> {
                    looked.add(i);
                    return i >= planted;
                });

                assertThat(found.first()).isEqualTo(first == versions ? OptionalInt.empty() : OptionalInt.of(first));
                assertThat(found.checks()).isEqualTo(looked.size()).isLessThanOrEqualTo((int)
                        Math.ceil(Math.log(versions) / Math.log(2)));
            }
        }
    }
}

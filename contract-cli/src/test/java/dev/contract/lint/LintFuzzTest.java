package dev.contract.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.contract.core.fuzz.Mutator;
import dev.contract.core.fuzz.Seeds;
import dev.contract.core.fuzz.Seeds.Seed;
import dev.contract.core.law.Values;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.schema.ContractSchema;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whoever looks through files looks through damaged ones: each gets its findings, soon. {@code -Dfuzz.inputs} tries more. */
class LintFuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1_000);
    private static final long MOST_NANOS = 1_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void damaged_files_get_findings() {
        List<Seed> seeds = Seeds.in(
                Path.of("../contract-core/src/test/resources/dev/contract/core"),
                Path.of("src/test/resources/dev/contract/lint"));
        for (SpecVersion version : SpecVersion.values()) {
            ContractSchema.of(version); // compiled once, and that takes a while
        }

        for (int input = 0; input < INPUTS; input++) {
            SplittableRandom random = new SplittableRandom(input);
            Seed seed = Values.one(random, seeds);
            Seed other = Values.one(random, seeds);
            Mutator mutator = new Mutator(random);
            byte[] file = random.nextBoolean()
                    ? mutator.damaged(seed.expected(), other.expected())
                            .toJson()
                            .getBytes(UTF_8)
                    : mutator.damaged(
                            seed.expected().toJson().getBytes(UTF_8),
                            other.expected().toJson().getBytes(UTF_8));
            long nanos = THREADS.getCurrentThreadCpuTime();

            List<LintFinding> findings = Lint.check("contract.json", file).findings();

            assertThat(findings).as("input " + input).allSatisfy(finding -> assertThat(finding.toString())
                    .isNotBlank());
            assertThat(THREADS.getCurrentThreadCpuTime() - nanos)
                    .as("input " + input)
                    .isLessThan(MOST_NANOS);
        }
    }
}

package dev.contract.cli;

import dev.contract.provider.broker.MatrixQuestion;
import dev.contract.provider.broker.MatrixQuestion.Ignored;
import dev.contract.provider.broker.MatrixQuestion.Target;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract can-i-merge}. */
@Command
final class CanIMergeCommand extends VerdictCommand {
    private static final Variables VARIABLES = new Variables(
            "PACT_BROKER_CAN_I_MERGE_IGNORE",
            "PACT_BROKER_CAN_I_MERGE_DRY_RUN",
            "PACT_BROKER_CAN_I_MERGE_EXIT_CODE_BETA");

    @Mixin
    private InferOption infer = new InferOption();

    CanIMergeCommand(Surroundings surroundings) {
        super(surroundings, VARIABLES);
    }

    @Override
    MatrixQuestion question(List<MatrixQuestion.Selector> selected, List<Ignored> ignored) {
        return new MatrixQuestion(selected, Target.MAIN_BRANCHES, ignored, infer.infers());
    }
}

package dev.contract.cli;

import dev.contract.provider.broker.MatrixQuestion;
import dev.contract.provider.broker.MatrixQuestion.Ignored;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract can-i-deploy}. */
@Command
final class CanIDeployCommand extends VerdictCommand {
    private static final Variables VARIABLES = new Variables(
            "PACT_BROKER_CAN_I_DEPLOY_IGNORE",
            "PACT_BROKER_CAN_I_DEPLOY_DRY_RUN",
            "PACT_BROKER_CAN_I_DEPLOY_EXIT_CODE_BETA");

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private InferOption infer = new InferOption();

    CanIDeployCommand(Surroundings surroundings) {
        super(surroundings, VARIABLES);
    }

    @Override
    MatrixQuestion question(List<MatrixQuestion.Selector> selected, List<Ignored> ignored) {
        return new MatrixQuestion(selected, target.target(), ignored, infer.infers());
    }
}

package dev.contract.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code contract completion}: the script understands both shells. */
@Command(
        footerHeading = "%n",
        footer = {
            "bash:  source <(contract completion bash)",
            "zsh:   source <(contract completion zsh), after \"autoload -U compinit; compinit\""
        })
final class CompletionCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "bash|zsh", description = "The shell; bash unless told otherwise.")
    private Shell shell = Shell.BASH;

    private enum Shell {
        BASH,
        ZSH
    }

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("contract", Main.whole(surroundings));
        surroundings
                .console()
                .result(shell == Shell.ZSH ? "autoload -U +X bashcompinit && bashcompinit\n" + script : script);
        return ExitCode.YES;
    }
}

package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.compare.Redundancy;
import dev.contract.compare.Redundancy.Implied;
import dev.contract.core.format.ContractWriter;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code contract minimize}: tells, and changes nothing. */
@Command(abbreviateSynopsis = true)
final class MinimizeCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|GLOB",
            description = "Contract files; of a directory its *.json files.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private OutputOption output = new OutputOption();

    MinimizeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    @Override
    public Integer call() {
        List<Redundancy> found = ContractFiles.read(surroundings, names, false).contracts().values().stream()
                .map(each -> Redundancy.of(each.contract()))
                .toList();
        console.result(
                output.isJson()
                        ? output.json(JsonObject.of(
                                "contracts",
                                JsonArray.of(found.stream()
                                        .map(MinimizeCommand::json)
                                        .toList())))
                        : found.stream().map(MinimizeCommand::text).collect(Collectors.joining("\n\n")));
        return ExitCode.YES;
    }

    private static String text(Redundancy found) {
        Contract contract = found.contract();
        List<Implied> alike = found.sentAlike();
        int implied = found.implied().size();
        int byRules = implied - alike.size();
        List<String> lines = new ArrayList<>();
        lines.add(
                contract.consumer() + " with " + contract.provider() + ": " + (implied == 0 ? "none" : implied) + " of "
                        + counted(contract) + (implied <= 1 ? " is" : " are") + " implied by others"
                        + (byRules > 0 ? ", " + byRules + " of them only by rules" : ""));
        found.implied().forEach(each -> lines.add("  " + sentence(each)));
        if (!alike.isEmpty()) {
            lines.add("  without "
                    + (byRules > 0
                            ? "the " + (alike.size() == 1 ? "one" : alike.size()) + " of which the same is asked"
                            : "them")
                    + ": " + saved(found, alike));
        }
        if (byRules > 0) {
            lines.add("  without all of them: " + saved(found, found.implied()));
        }
        int unread = contract.unreadInteractions();
        if (unread > 0) {
            lines.add("  " + unread + " more " + (unread == 1 ? "is" : "are") + " of no kind that is known here, and "
                    + (unread == 1 ? "stays" : "stay"));
        }
        return String.join("\n", lines);
    }

    private static String saved(Redundancy found, List<Implied> gone) {
        Contract rest = found.without(gone);
        return counted(rest) + ", and " + bytes(rest) + " bytes of " + bytes(found.contract());
    }

    private static String counted(Contract contract) {
        return Console.counted(contract.interactions().size(), "interaction");
    }

    private static String sentence(Implied implied) {
        return implied.interaction().quoted() + " by " + implied.by().quoted()
                + (implied.sentAlike()
                        ? ", which asks the same"
                        : ", whose request covers it; its own example would not be sent any more");
    }

    private static int bytes(Contract contract) {
        return ContractWriter.write(contract).length;
    }

    private static JsonObject json(Redundancy found) {
        Contract contract = found.contract();
        return JsonObject.builder()
                .put("consumer", contract.consumer())
                .put("provider", contract.provider())
                .put("interactions", contract.interactions().size())
                .put("unread", contract.unreadInteractions())
                .put("bytes", bytes(contract))
                .put("bytesWithoutAlike", bytes(found.without(found.sentAlike())))
                .put("bytesWithout", bytes(found.without(found.implied())))
                .put(
                        "implied",
                        JsonArray.of(found.implied().stream()
                                .map(MinimizeCommand::json)
                                .toList()))
                .build();
    }

    private static JsonObject json(Implied implied) {
        return JsonObject.builder()
                .put("description", implied.interaction().description())
                .put("states", states(implied.interaction()))
                .put("impliedBy", implied.by().description())
                .put("sentAlike", implied.sentAlike())
                .build();
    }

    private static JsonArray states(Interaction interaction) {
        return JsonArray.of(interaction.states().stream()
                .map(state -> JsonString.of(state.name()))
                .toList());
    }
}

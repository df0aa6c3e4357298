package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code contract} command. */
public final class Main {
    private final Surroundings surroundings;
    private final Console console;

    private Main(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Serving.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    /** Runs a command and returns its exit code. */
    static int run(Surroundings surroundings, String... arguments) {
        String[] words = Spelling.ours(arguments);
        try {
            return new Main(around(surroundings, words)).execute(words);
        } catch (ContractException e) {
            surroundings.console().problems(e.problems());
            return ExitCode.COULD_NOT;
        } catch (Error e) {
            new Main(surroundings).tellFault(e);
            return ExitCode.COULD_NOT;
        }
    }

    /** A broker's settings may stand in a file, which is read before its options are. */
    private static Surroundings around(Surroundings surroundings, String[] words) {
        return CommandName.BROKER.text().equals(first(words))
                ? SettingsFile.behind(BrokerSetting.underOneName(surroundings), words)
                : surroundings;
    }

    private static String first(String[] words) {
        return Arrays.stream(words)
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .orElse("");
    }

    /** The command line with every command in it, for scripts about all of them. */
    static CommandLine whole(Surroundings surroundings) {
        return new Main(surroundings).commandLine(name -> true);
    }

    private int execute(String[] arguments) {
        String wanted = first(arguments);
        CommandLine line = commandLine(name -> name.text().equals(wanted));
        if ("false".equalsIgnoreCase(surroundings.variable("PACT_BROKER_ERROR_ON_UNKNOWN_OPTION"))) {
            line.setUnmatchedArgumentsAllowed(true);
        }
        line.setExecutionStrategy(this::runUnambiguous);
        line.setParameterExceptionHandler((e, args) -> misunderstood(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, parsed));
        return line.execute(arguments);
    }

    private int runUnambiguous(ParseResult parsed) {
        ParseResult command = command(parsed);
        if (command != parsed && command != parsed.subcommand()) {
            refuseOptionsBefore(command.commandSpec().name(), parsed.subcommand());
        }
        command.matchedOptions().forEach(option -> refuseTwoValues(command, option));
        if (!command.unmatched().isEmpty()) {
            console.tell("Not understood and passed over: " + String.join(" ", command.unmatched()) + ".");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** A command within another reads its own options only; the file of settings and what every command understands count for both. */
    private static void refuseOptionsBefore(String command, ParseResult outer) {
        outer.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals(SettingsFile.OPTION) && !CommonOptions.NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ParameterException(
                            outer.commandSpec().commandLine(),
                            "option " + name + " stands before " + command + ", which does not read it; the options of "
                                    + command + " stand behind it");
                });
    }

    /**
     * Nobody can tell which of two values is meant. The same one twice is no question, nor are flags; options that belong to the ones
     * before them call a method for each. The values are not shown, for some are secret.
     */
    private static void refuseTwoValues(ParseResult command, OptionSpec option) {
        boolean takesOne =
                !option.isMultiValue() && option.arity().max() > 0 && !(option.userObject() instanceof Method);
        if (takesOne && new HashSet<>(option.originalStringValues()).size() > 1) {
            throw new ParameterException(
                    command.commandSpec().commandLine(),
                    "option " + option.longestName() + " takes one value, and is given with different ones");
        }
    }

    /** The commands that are not wanted are there by name and description only. */
    private CommandLine commandLine(Predicate<CommandName> wanted) {
        CommandLine root = new CommandLine(new RootCommand(surroundings));
        CommonOptions.addHelpTo(root.getCommandSpec());
        for (CommandName name : CommandName.values()) {
            CommandLine command = wanted.test(name) ? real(name) : new CommandLine(CommandSpec.create());
            command.getCommandSpec()
                    .usageMessage()
                    .description(name.description())
                    .hidden(name.isHidden());
            root.addSubcommand(name.text(), command);
        }
        root.setOut(console.outWriter());
        root.setErr(console.errWriter());
        root.setColorScheme(colours());
        root.setUsageHelpAutoWidth(false);
        root.setUsageHelpWidth(110);
        root.setOverwrittenOptionsAllowed(true); // of flags, and of the same value twice
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExpandAtFiles(false); // applications have names such as @team/shop
        root.setInterpolateVariables(false); // and passwords may hold ${
        return root;
    }

    private CommandLine real(CommandName name) {
        Callable<Integer> command = name.make(surroundings);
        CommandLine line = new CommandLine(command);
        CommonOptions.addTo(line.getCommandSpec());
        if (name == CommandName.BROKER) {
            SettingOptions.addTo(line.getCommandSpec());
            addTo(line, "token", new BrokerTokenCommand(surroundings));
            addTo(line, "backup", new BrokerBackupCommand(surroundings));
            addTo(line, "import", new BrokerImportCommand(surroundings));
            addTo(line, "clean", new BrokerCleanCommand(surroundings));
        }
        line.setDefaultValueProvider(new VariableDefaults(surroundings));
        return line;
    }

    private static void addTo(CommandLine parent, String name, Callable<Integer> command) {
        CommandLine line = new CommandLine(command);
        CommonOptions.addTo(line.getCommandSpec());
        parent.addSubcommand(name, line);
    }

    private ColorScheme colours() {
        return CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF);
    }

    private int misunderstood(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        Optional<String> similar =
                e instanceof UnmatchedArgumentException unmatched ? similar(unmatched) : Optional.empty();
        return misused(command, ownWords(e).getMessage(), similar);
    }

    private static Optional<String> similar(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        String first = e.getUnmatched().get(0).replaceFirst("=.*", "");
        if (List.of("-b", "--broker-base-url", "--database").contains(first)) {
            return Optional.of("it asks no broker: contract get-pacts --download writes contracts into files; ");
        }
        return NearNames.nearest(
                        first,
                        first.startsWith("-")
                                ? command.getCommandSpec().optionsMap().keySet()
                                : command.getSubcommands().keySet())
                .map(name -> "did you mean " + name + "? ");
    }

    /** What an option's method said; the parser wraps it. */
    private static Throwable ownWords(ParameterException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongUsage) {
                return cause;
            }
        }
        return e;
    }

    private int misused(String command, @Nullable String message, Optional<String> similar) {
        String help = "see " + command + " --help";
        String advice = similar.orElse("") + help;
        console.problems(List.of(
                Problem.error("CONTRACT-USAGE", sentence(message)).at(command).mend(advice)));
        return ExitCode.USAGE;
    }

    private static String sentence(@Nullable String message) {
        if (message == null || message.isEmpty()) {
            return "this cannot be understood";
        }
        String own = message.replace(" is not an int", " is not a whole number");
        return Character.toLowerCase(own.charAt(0)) + own.substring(1);
    }

    private int failed(Exception e, ParseResult parsed) {
        if (e instanceof WrongUsage usage && !usage.problems().isEmpty()) {
            console.problems(usage.problems());
            return ExitCode.USAGE;
        }
        if (e instanceof WrongUsage usage) {
            return misused(command(parsed).commandSpec().qualifiedName(), usage.getMessage(), Optional.empty());
        }
        if (e instanceof ContractException known) {
            console.problems(known.problems());
        } else {
            tellFault(e);
        }
        if (isVerbose(parsed)) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            console.tell(trace.toString().stripTrailing());
        }
        return ExitCode.COULD_NOT;
    }

    private void tellFault(Throwable fault) {
        console.tell("CONTRACT-FAULT  this is a fault in contract; please report it with the command you ran and this: "
                + fault);
    }

    private static boolean isVerbose(ParseResult parsed) {
        return command(parsed).matchedOptionValue(CommonOptions.VERBOSE, false);
    }

    /** The command that was asked for, which may stand within another. */
    private static ParseResult command(ParseResult parsed) {
        return parsed.hasSubcommand() ? command(parsed.subcommand()) : parsed;
    }
}

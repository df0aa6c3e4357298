package dev.contract.cli;

import dev.contract.cli.BrokerSetting.Subject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of settings for which no command has a field: {@code --log-level} says what {@code PACT_BROKER_LOG_LEVEL} says, and counts
 * more. Help shows them by subject.
 */
final class SettingOptions {
    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private SettingOptions() {}

    static void addTo(CommandSpec command) {
        int place = 0;
        for (Subject subject : Subject.values()) {
            ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                    .exclusive(false)
                    .validate(false)
                    .order(place++)
                    .heading("%n" + subject.heading() + ":%n");
            subject.settings().forEach(setting -> group.addArg(option(setting)));
            command.addArgGroup(group.build());
        }
    }

    private static OptionSpec option(BrokerSetting setting) {
        OptionSpec.Builder option = OptionSpec.builder(setting.option().orElseThrow())
                .type(String.class)
                .paramLabel(setting.isSwitch() ? "true|false" : "VALUE")
                .description(description(setting));
        return (setting.isSwitch() ? option.arity("0..1").fallbackValue("true") : option.arity("1")).build();
    }

    private static String description(BrokerSetting setting) {
        String standard = setting.standard();
        return setting.words() + " (" + setting.variable() + ")."
                + (standard.isEmpty() ? "" : " Default: " + standard + ".");
    }

    /**
     * The surroundings as if the variables said what the options say.
     *
     * @throws WrongUsage if one that is yes or no is neither
     */
    static Surroundings over(Surroundings surroundings, ParseResult said) {
        Map<String, String> variables = new TreeMap<>(surroundings.variables());
        for (Subject subject : Subject.values()) {
            for (BrokerSetting setting : subject.settings()) {
                String option = setting.option().orElseThrow();
                if (said.hasMatchedOption(option)) {
                    String value = said.matchedOptionValue(option, "");
                    if (setting.isSwitch() && !YES_OR_NO.contains(value.toLowerCase(Locale.ROOT))) {
                        throw new WrongUsage(option + " takes true or false, not " + value);
                    }
                    variables.put(setting.variable(), value);
                }
            }
        }
        return surroundings.withVariables(variables);
    }
}

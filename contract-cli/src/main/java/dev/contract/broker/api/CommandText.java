package dev.contract.broker.api;

import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.remedy.Action;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An action as a command to type into a shell; capitals stand for what only its user knows. */
final class CommandText implements Action.Cases<String> {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

    private final Links links;

    CommandText(Links links) {
        this.links = links;
    }

    private static String line(Object... words) {
        return "contract "
                + Arrays.stream(words).map(word -> quoted(word.toString())).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public String publish(Action.Publish action) {
        return line(
                "publish",
                "DIRECTORY",
                "--consumer-app-version",
                action.version().word());
    }

    @Override
    public String verify(Action.Verify action) {
        return verification(
                links.pact(action.pact()), action.actor(), action.provider().word());
    }

    @Override
    public String mend(Action.Mend action) {
        return verification(
                links.pact(action.pact()), action.actor(), action.provider().number());
    }

    @Override
    public String describe(Action.Describe action) {
        Object version = action.missing() == null ? action.provider().number() : "VERSION";
        return line(
                "publish-provider-contract",
                "FILE",
                "--provider",
                action.actor(),
                "--provider-app-version",
                version,
                "--verification-exit-code",
                "0");
    }

    private static String verification(String contract, Object provider, Object version) {
        return line("verify", contract, "--provider", provider, "--provider-version", version, "--publish");
    }

    @Override
    public String nameMainBranch(Action.NameMainBranch action) {
        return line("create-or-update-pacticipant", "--name", action.owner(), "--main-branch", action.branch());
    }

    @Override
    public String putOnBranch(Action.PutOnBranch action) {
        return line(
                "create-or-update-version",
                "--pacticipant",
                action.actor(),
                "--version",
                action.version().word(),
                "--branch",
                action.branch());
    }

    @Override
    public String tag(Action.Tag action) {
        return line(
                "create-version-tag",
                "--pacticipant",
                action.actor(),
                "--version",
                action.version().word(),
                "--tag",
                action.tag());
    }

    @Override
    public String deploy(Action.Deploy action) {
        String line = deployment(action.actor(), action.version().word(), action.environment());
        return action.instance() == null ? line : line + " --application-instance " + quoted(action.instance());
    }

    static String deployment(Object pacticipant, Object version, Environment environment) {
        return line(
                "record-deployment", "--pacticipant", pacticipant, "--version", version, "--environment", environment);
    }
}

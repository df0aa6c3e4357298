package dev.contract.provider.process;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one start of a service takes place: its ports, its address, what its processes see, what became of its output.
 *
 * @param base where the service answers, without a slash at the end; null for one that has no port
 * @param mark in the environment of everything that is started
 */
record Site(
        ServiceProcess.Builder settings,
        Membership membership,
        Ports ports,
        @Nullable URI base,
        Mark mark,
        OutputTail output) {
    static final String CODE = "CONTRACT-START";

    private static final Pattern BRACED = Pattern.compile("\\{[^{}]{1,40}}");

    /** Free ports, chosen anew at each call. */
    static Site chosenFor(ServiceProcess.Builder settings, Membership membership) {
        Ports ports = Ports.chosenFor(namesChecked(settings));
        return new Site(settings, membership, ports, base(settings, ports), Mark.fresh(), new OutputTail());
    }

    /** The names of the ports, of which the service must be told all that it is asked for. */
    private static Set<String> namesChecked(ServiceProcess.Builder settings) {
        if (settings.command.isEmpty()) {
            throw new ContractException(Problem.error(CODE, "the command that starts the service is empty")
                    .mend("write a program and its arguments, such as java -jar user-service.jar --port {port}"));
        }
        Set<String> told = Ports.names(settings.told());
        Set<String> missing = Ports.names(settings.asked());
        missing.removeAll(told);
        if (!missing.isEmpty()) {
            String names = missing.stream().map(Ports::placeholder).collect(Collectors.joining(", "));
            throw new ContractException(Problem.error(CODE, "nobody tells the service its port")
                    .at(String.join(" ", settings.command))
                    .mend(question(settings.told(), missing) + "put " + names
                            + " where the service takes its port, in an argument or an environment"
                            + " variable, or give the URL at which it answers"));
        }
        return told;
    }

    /** Whether something that looks like the placeholder of a port, and is none, was meant as one. */
    private static String question(List<String> told, Set<String> missing) {
        List<String> names = missing.stream().map(Ports::placeholder).toList();
        return told.stream()
                .flatMap(text -> BRACED.matcher(text).results())
                .map(MatchResult::group)
                .flatMap(braced -> NearNames.nearest(braced, names).stream()
                        .map(near -> "did you mean " + near + " where " + braced + " stands? Otherwise "))
                .findFirst()
                .orElse("");
    }

    private static @Nullable URI base(ServiceProcess.Builder settings, Ports ports) {
        String text = settings.address();
        if (text == null) {
            return null;
        }
        String filled = ports.fillIn(text);
        return parsed(filled.endsWith("/") ? filled.substring(0, filled.length() - 1) : filled, ".+");
    }

    private static URI parsed(String url, String schemes) {
        try {
            URI parsed = URI.create(url);
            if (parsed.getHost() != null && String.valueOf(parsed.getScheme()).matches(schemes)) {
                return parsed;
            }
        } catch (IllegalArgumentException e) {
            // told below, like a URL without a host
        }
        throw new ContractException(Problem.error(CODE, "not usable as the URL of the service")
                .found(Quoted.text(url))
                .mend("write scheme, host and port, such as http://127.0.0.1:8080"));
    }

    /** @throws IllegalStateException if the service has no port */
    URI address() {
        if (base == null) {
            throw new IllegalStateException("the service has no URL: its command takes no {port}");
        }
        return base;
    }

    /** A path at the service's host, or a whole URL; to be asked by HTTP. */
    URI resolve(String place) {
        String filled = fillIn(place);
        boolean isWhole = filled.contains("://");
        String host = isWhole ? "" : address().getScheme() + "://" + address().getRawAuthority();
        return parsed(host + (isWhole || filled.startsWith("/") ? "" : "/") + filled, "https?");
    }

    String fillIn(String text) {
        return ports.fillIn(membership.fillIn(text));
    }

    List<String> fillIn(List<String> texts) {
        return texts.stream().map(this::fillIn).toList();
    }

    /** A process in the service's directory and environment. */
    ProcessBuilder processBuilder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (settings.directory != null) {
            builder.directory(settings.directory.toFile());
        }
        Map<String, String> environment = builder.environment();
        if (!settings.inheritsEnvironment) {
            environment.clear();
        }
        settings.environment.forEach((name, value) -> environment.put(name, fillIn(value)));
        environment.put(mark.variable(), "1");
        return builder;
    }

    /** The process of the service itself. */
    ProcessBuilder service() {
        ProcessBuilder builder = processBuilder(fillIn(settings.command));
        settings.agents.stream().map(this::fillIn).forEach(agent -> builder.environment()
                .merge("JAVA_TOOL_OPTIONS", agent, (all, one) -> all + " " + one));
        return builder;
    }

    /** The command as it is run, for messages. */
    String display() {
        String command = String.join(" ", fillIn(settings.command));
        return membership.name().isEmpty() ? command : membership.name() + ": " + command;
    }
}

package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Pacticipants;
import dev.contract.broker.domain.Refusal;
import dev.contract.core.problem.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Guards against the same application under two spellings: {@code OrderService} beside {@code orders-api}. */
final class LookAlikes {
    private static final Set<String> SAYING_NOTHING = Set.of("api", "provider", "service");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SEPARATOR = Pattern.compile("::|[-_ ]");

    private LookAlikes() {}

    /** @throws Refusal if the name is new and looks like a known one */
    static void check(PacticipantName name, Pacticipants known) {
        if (known.find(name).isPresent()) {
            return;
        }
        String core = core(name);
        List<String> similar = known.all().stream()
                .map(Pacticipant::name)
                .filter(other -> !core.isEmpty() && core(other).equals(core))
                .map(other -> Quoted.text(other.value()))
                .toList();
        if (!similar.isEmpty()) {
            throw Refusal.conflict("There is no application " + Quoted.text(name.value()) + ", but there is "
                    + String.join(", ", similar)
                    + ". If it is the same one, publish under that name; if it is another one, create it first:"
                    + " contract create-or-update-pacticipant --name " + Quoted.text(name.value()));
        }
    }

    static String core(PacticipantName name) {
        String spaced = CAMEL.matcher(name.value()).replaceAll(" ");
        return Arrays.stream(SEPARATOR.split(spaced, -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(LookAlikes::singular)
                .filter(word -> !word.isEmpty() && !SAYING_NOTHING.contains(word))
                .collect(Collectors.joining(" "));
    }

    private static String singular(String word) {
        return word.length() > 1 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}

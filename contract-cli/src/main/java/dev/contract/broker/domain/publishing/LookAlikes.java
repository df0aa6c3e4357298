package dev.contract.broker.domain.publishing;

import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Pacticipants;
import dev.contract.broker.domain.Refusal;
import dev.contract.core.problem.Quoted;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Guards against the same application under two spellings: {@code OrderService} beside {@code orders-api}. */
final class LookAlikes {
    private static final Set<String> SAYING_NOTHING = Set.of("api", "provider", "service");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SEPARATOR = Pattern.compile("::|[-_ ]");

    private LookAlikes() {}

    /** @throws Refusal if one of the names is new and looks like a known one */
    static void check(Collection<PacticipantName> names, Pacticipants known) {
        List<PacticipantName> fresh =
                names.stream().filter(name -> known.find(name).isEmpty()).toList();
        if (!fresh.isEmpty()) {
            Map<String, List<PacticipantName>> all =
                    known.all().stream().map(Pacticipant::name).collect(Collectors.groupingBy(LookAlikes::core));
            fresh.forEach(name -> check(name, all));
        }
    }

    private static void check(PacticipantName name, Map<String, List<PacticipantName>> known) {
        String core = core(name);
        List<PacticipantName> similar = core.isEmpty() ? List.of() : known.getOrDefault(core, List.of());
        if (!similar.isEmpty()) {
            throw Refusal.conflict("There is no application " + Quoted.text(name.value()) + ", but there is "
                    + similar.stream().map(other -> Quoted.text(other.value())).collect(Collectors.joining(", "))
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

package dev.contract.compare;

import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.secret.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sentences about a place in which values stand, as they may be shown: the words stay, and what is secret is masked. */
final class Discretion {
    private static final Pattern QUOTED = Pattern.compile("(['\"]).*\\1", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\b\\d[\\d.eE+-]*");

    private Discretion() {}

    /** @param place a path of a body, or a name, with or without the part of an exchange before it */
    static String shown(String place, String sentence) {
        if (!Secrets.isName(name(place))) {
            return Secrets.masked(sentence);
        }
        String quoted = QUOTED.matcher(sentence).replaceAll("$1" + Secrets.MASK + "$1");
        return NUMBER.matcher(quoted).replaceAll(Secrets.MASK);
    }

    /** Of a path, the name at its end: what lies in an object is no secret for the name of the object. */
    private static String name(String place) {
        Optional<RulePath> path = place.startsWith("$") ? RulePath.parse(place) : Optional.empty();
        return path.map(RulePath::tokens)
                .flatMap(tokens -> tokens.stream()
                        .filter(Field.class::isInstance)
                        .map(token -> ((Field) token).name())
                        .reduce((one, next) -> next))
                .orElse(place);
    }
}

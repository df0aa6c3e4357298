package dev.contract.compare.accept;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are accepted in one place. Immutable.
 *
 * @param known what is accepted under names that were agreed
 * @param others what is accepted under any other name; null when there may be none
 * @param names the names that there may be
 * @param nonEmpty whether there must be an entry, whichever
 * @param unclear what else is demanded
 */
public record Members(
        Map<String, Member> known, @Nullable Later others, Texts names, boolean nonEmpty, List<Unclear> unclear) {

    /**
     * An entry under a name that was agreed.
     *
     * @param required whether there must be one
     */
    public record Member(Later shape, boolean required) {}

    public static final Members ANY = new Members(Map.of(), Later.ANYTHING, Texts.ALL, false, List.of());

    public Members {
        known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
        unclear = List.copyOf(unclear);
    }

    /** What is accepted under a name; null when there may be no such entry. */
    public @Nullable Later at(String name) {
        if (!names.accepts(name)) {
            return null;
        }
        Member member = known.get(name);
        return member != null ? member.shape() : others;
    }

    public boolean requires(String name) {
        Member member = known.get(name);
        return member != null && member.required();
    }

    public boolean requiresAny() {
        return nonEmpty || known.values().stream().anyMatch(Member::required);
    }
}

package dev.contract.compare.inclusion;

import dev.contract.compare.automaton.Language;
import dev.contract.compare.automaton.NotRegularException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The automata of the few expressions that the contracts of an application share. */
final class Languages {
    private static final int MOST = 256;
    private static final Map<String, Language> KNOWN = new ConcurrentHashMap<>();

    private Languages() {}

    static Language of(String regex) throws NotRegularException {
        Language known = KNOWN.get(regex);
        if (known == null) {
            known = Language.of(regex);
            if (KNOWN.size() < MOST) {
                KNOWN.put(regex, known);
            }
        }
        return known;
    }
}

package dev.contract.compare.inclusion;

import dev.contract.compare.automaton.Containment;
import dev.contract.compare.automaton.Language;
import dev.contract.compare.automaton.NotRegularException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The automata of the few expressions that the contracts of an application share, and what was found out about them. */
final class Languages {
    private static final int MOST = 256;

    /** Of making a language, beside the length of its expression, in steps. */
    private static final long WORK = 100;

    /** Of asking Java's engine which characters are of a class, in steps. */
    private static final long ASKING = 200_000;

    private static final Map<String, Language> KNOWN = new ConcurrentHashMap<>();
    private static final Map<Question, Containment.Measured> ANSWERED = new ConcurrentHashMap<>();

    private static final Map<Listing, Containment.Texts> LISTED = new ConcurrentHashMap<>();

    /** Languages are equal when they are the same. */
    private record Question(List<Language> inner, List<List<Language>> outer) {}

    private static final Map<Judging, Language.Judged> JUDGED = new ConcurrentHashMap<>();

    private record Judging(Language language, List<Language> texts) {}

    private record Listing(List<Language> languages, int most) {}

    private Languages() {}

    static Language of(String regex) throws NotRegularException {
        Budget.spend(WORK + regex.length());
        Language known = KNOWN.get(regex);
        if (known == null) {
            known = Language.of(regex, Languages::ask);
            remember(regex, known, KNOWN);
        } else {
            known.asked().forEach(Languages::ask);
        }
        return known;
    }

    /** Once in a comparison, however often it is needed and whoever has asked before. */
    private static void ask(String characters) {
        Budget.spendOnce(characters, ASKING);
    }

    private static <K, V> V known(K question, Map<K, V> answers, Supplier<V> answer) {
        V known = answers.get(question);
        if (known == null) {
            known = answer.get();
            remember(question, known, answers);
        }
        return known;
    }

    /** Those of other applications, once they are many, make room for what is asked about now. */
    private static <K, V> void remember(K key, V value, Map<K, V> known) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(key, value);
    }

    /** {@link Containment#of(List, List)} as it was answered before. */
    static Containment containment(List<Language> inner, List<List<Language>> outer) {
        Question question = new Question(List.copyOf(inner), List.copyOf(outer));
        Containment.Measured known = known(question, ANSWERED, () -> Containment.measured(inner, outer));
        Budget.spend(known.steps()); // also what others found out, so that all that is said rests on the same work
        return known.containment();
    }

    /** {@link Containment#texts} as they were listed before. */
    static Containment.Texts texts(List<Language> languages, int most) {
        Listing listing = new Listing(List.copyOf(languages), most);
        Containment.Texts known = known(listing, LISTED, () -> Containment.texts(languages, most));
        Budget.spend(known.steps());
        return known;
    }

    /** {@link Language#judged} as it was answered before, without what it took. */
    static boolean isJudgedToTheEnd(Language language, List<Language> texts) {
        Language.Judged known = known(new Judging(language, List.copyOf(texts)), JUDGED, () -> language.judged(texts));
        Budget.spend(known.steps());
        return known.toTheEnd();
    }
}

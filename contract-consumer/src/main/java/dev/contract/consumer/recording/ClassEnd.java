package dev.contract.consumer.recording;

import dev.contract.core.json.JsonWriter;
import dev.contract.core.model.Interaction;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A test class that has ended, and what it declared.
 *
 * <p>Immutable.
 *
 * @param testClass its full name
 * @param classes the folder or jar that it was loaded from; empty when unknown
 * @param full whether all its tests ran and passed, but for those that are disabled
 * @param disabled the names of these: what they declared in earlier runs stays
 * @param declarations of tests that passed; equal interactions may occur several times
 */
public record ClassEnd(
        String testClass, String classes, boolean full, Set<String> disabled, List<Declaration> declarations) {
    public ClassEnd {
        disabled = Set.copyOf(disabled);
        declarations = List.copyOf(declarations);
    }

    static ClassEnd of(Class<?> testClass, boolean full, Set<String> disabled, List<Declaration> declarations) {
        return new ClassEnd(testClass.getName(), classes(testClass), full, disabled, declarations);
    }

    static String classes(Class<?> testClass) {
        CodeSource source = testClass.getProtectionDomain().getCodeSource();
        try {
            return source == null ? "" : Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return "";
        }
    }

    Set<Pair> pairs() {
        Set<Pair> pairs = new LinkedHashSet<>();
        declarations.forEach(each -> pairs.add(each.pair()));
        return pairs;
    }

    /** What was declared for a pair, by key: each interaction once, with all its tests. The order of the declarations does not count. */
    SortedMap<String, Interaction> declared(Pair pair) {
        SortedMap<String, Interaction> declared = new TreeMap<>();
        declarations.stream()
                .filter(each -> each.pair().equals(pair))
                .sorted(Comparator.comparing(Declaration::test)
                        .thenComparing(each -> JsonWriter.canonical(
                                each.interaction().annotations().comments())))
                .forEach(each -> declared.merge(
                        Origin.key(each.interaction()),
                        Origin.withTests(each.interaction(), new TreeSet<>(Set.of(each.test()))),
                        ClassEnd::united));
        return declared;
    }

    /** The first of two equal interactions, with the tests of both. */
    static Interaction united(Interaction one, Interaction other) {
        SortedSet<String> tests = Origin.tests(one);
        tests.addAll(Origin.tests(other));
        return Origin.withTests(one, tests);
    }

    /** Whether a test, by its name, is one of this class. */
    boolean has(String test) {
        String simple = testClass.substring(testClass.lastIndexOf('.') + 1).replace('$', '.');
        return test.equals(simple) || test.startsWith(simple + ".");
    }
}

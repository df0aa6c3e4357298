package dev.contract.compare.inclusion;

import dev.contract.core.body.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bodies that differ a little from an example whose format nobody follows here: another word, another number, a piece more or less. */
final class Mutants {
    private static final int MOST = 200;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}._:@-]+");
    private static final Pattern ELEMENT = Pattern.compile("<(\\w[\\w:.-]*)[^<>/]*>[^<>]*</\\1>|<\\w[^<>]*/>");
    private static final List<String> OTHERS = List.of("x", "1", "-1", "1.5", "");

    private Mutants() {}

    /** The example itself comes first. */
    static List<Body> of(Body example) {
        Set<String> texts = new LinkedHashSet<>();
        String text = example.text(StandardCharsets.UTF_8);
        ELEMENT.matcher(text).results().forEach(element -> elements(text, element, texts));
        WORD.matcher(text).results().forEach(word -> OTHERS.forEach(other -> texts.add(replaced(text, word, other))));
        List<Body> bodies = new ArrayList<>(List.of(example));
        texts.stream()
                .limit(MOST)
                .forEach(each -> bodies.add(Body.of(
                        each.getBytes(StandardCharsets.UTF_8),
                        example.contentType().orElse(null))));
        byte[] more = Arrays.copyOf(example.bytes(), example.bytes().length + 1);
        more[more.length - 1] = 'x';
        bodies.add(Body.of(more, example.contentType().orElse(null)));
        return bodies;
    }

    /** Without it, and with it twice, alike or otherwise. */
    private static void elements(String text, MatchResult element, Set<String> texts) {
        String piece = element.group();
        texts.add(replaced(text, element, ""));
        texts.add(replaced(text, element, piece + piece));
        texts.add(replaced(text, element, piece + "<other>1</other>"));
        texts.add(replaced(text, element, piece + piece.replaceFirst(">[^<]*<", ">x<")));
    }

    private static String replaced(String text, MatchResult piece, String other) {
        return text.substring(0, piece.start()) + other + text.substring(piece.end());
    }
}

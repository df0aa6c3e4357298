package dev.contract.compare.automaton;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A set of characters: code points. Halves of characters are among them, for strings may have one alone; that two in a row are a whole one
 * does no harm, since whatever a text is, it is among the rows of letters that are looked at. Immutable.
 */
final class CharClass {
    static final int LAST = Character.MAX_CODE_POINT;

    private static final int PLANE = 0x10000;
    private static final int MOST_KNOWN = 256;
    private static final Map<String, CharClass> KNOWN = new ConcurrentHashMap<>();

    static final CharClass ANY = of(0, LAST);
    static final CharClass DIGITS = of('0', '9');
    static final CharClass WORD = of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
    static final CharClass BLANKS = of('\t', '\r', ' ', ' ');

    /** What {@code .} means where line ends are no characters. */
    static final CharClass IN_LINE = allBut("\n\r\u0085\u2028\u2029");

    /** First and last of each range in turn, ascending; ranges do not touch. */
    private final int[] bounds;

    private CharClass(int[] bounds) {
        this.bounds = bounds;
    }

    /** @param bounds first and last of each range in turn, ascending; ranges do not touch */
    static CharClass of(int... bounds) {
        return new CharClass(bounds.clone());
    }

    static CharClass single(int character) {
        return of(character, character);
    }

    static CharClass of(BitSet characters) {
        int[] bounds = new int[16];
        int used = 0;
        for (int from = characters.nextSetBit(0); from >= 0; ) {
            int to = characters.nextClearBit(from);
            bounds = used == bounds.length ? Arrays.copyOf(bounds, used * 2) : bounds;
            bounds[used++] = from;
            bounds[used++] = to - 1;
            from = characters.nextSetBit(to);
        }
        return new CharClass(Arrays.copyOf(bounds, used));
    }

    /** An ASCII letter in both of its cases. */
    static CharClass bothCases(int letter) {
        int upper = letter & ~0x20;
        return of(upper, upper, upper | 0x20, upper | 0x20);
    }

    CharClass negated() {
        BitSet others = new BitSet();
        for (int i = 0; i < bounds.length; i += 2) {
            others.set(bounds[i], bounds[i + 1] + 1);
        }
        others.flip(0, LAST + 1);
        return of(others);
    }

    private static CharClass allBut(String characters) {
        BitSet all = new BitSet();
        all.set(0, LAST + 1);
        characters.chars().forEach(all::clear);
        return of(all);
    }

    /** What Java's own engine takes for one character of a class such as {@code [a-z&&[^x]]} or {@code \p{L}}. */
    static CharClass asJavaReads(String source, int flags) {
        String key = flags + source;
        CharClass known = KNOWN.get(key);
        if (known == null) {
            BitSet found = new BitSet();
            find(Pattern.compile(source, flags), found::set);
            known = of(found);
            if (KNOWN.size() >= MOST_KNOWN) {
                KNOWN.clear(); // those that are asked about now are more likely to be asked about again
            }
            KNOWN.put(key, known);
        }
        return known;
    }

    /** Plane by plane, so that the engine looks at all characters in a row. */
    private static void find(Pattern pattern, IntConsumer found) {
        for (int first = 0; first <= LAST; first += PLANE) {
            String text = plane(first);
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.accept(text.codePointAt(matcher.start()));
            }
        }
    }

    /** All characters of a plane; second halves stand before the first ones, where they make no whole ones. */
    private static String plane(int first) {
        StringBuilder text = new StringBuilder(2 * PLANE);
        for (int c = first; c < first + PLANE; c++) {
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            text.appendCodePoint(half ? c ^ (Character.MIN_SURROGATE ^ Character.MIN_LOW_SURROGATE) : c);
        }
        return text.toString();
    }

    /** The bounds of its ranges: first and last of each in turn. */
    int[] bounds() {
        return bounds;
    }

    /** How many places one of them takes in a text at most; 0 where there is none. */
    int width() {
        return bounds.length == 0 ? 0 : Character.charCount(bounds[bounds.length - 1]);
    }

    boolean has(int character) {
        int at = Arrays.binarySearch(bounds, character);
        return at >= 0 || (-at - 1) % 2 == 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CharClass that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }
}

package dev.contract.core.regex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads off an expression its {@link EmptyWays}. It need not understand more than groups, alternatives and repetitions: the expression
 * is one that Java has read. Used once.
 */
final class EmptyWaysReader {
    private static final Pattern PIECE = Pattern.compile("""
              \\\\Q (?<quoted> .*? ) (?: \\\\E | \\z )
            | \\(\\? (?<flags> [a-zA-Z-]*+ ) (?<scope> [:)] )
            | (?<look> \\(\\?<?[=!] )
            | (?<open> \\( (?: \\?> | \\?<\\w+> )? )
            | (?<close> \\) )
            | (?<bar> \\| )
            | (?<least> [?*+] | \\{ \\d+ (?: , \\d* )? \\} ) [?+]?
            | (?<width> [$^] | \\\\[bBAGzZ] (?: \\{g\\} )? | \\\\[1-9]\\d* | \\\\k<\\w+> )
            | (?<blank> \\s+ | \\#[^\\n]*+ )
            | \\\\[pPxN] \\{ [^}]*+ \\}
            | \\\\c.
            | \\\\.
            | (?<bracket> \\[ )
            | .
            """, Pattern.COMMENTS | Pattern.DOTALL);

    private final String source;
    private final Matcher piece;
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group(false, false);

    private EmptyWaysReader(String source) {
        this.source = source;
        this.piece = PIECE.matcher(source);
    }

    /** A group that is being read: its alternatives so far, the one at hand, and the last item of that, to which a repetition belongs. */
    private static final class Group {
        final boolean look;
        boolean comments;
        EmptyWays alternatives = new EmptyWays(0, 0, 0, 0);
        EmptyWays sequence = EmptyWays.NOTHING;
        EmptyWays last = EmptyWays.NOTHING;

        Group(boolean look, boolean comments) {
            this.look = look;
            this.comments = comments;
        }

        void add(EmptyWays item) {
            sequence = sequence.then(last);
            last = item;
        }

        void nextAlternative() {
            add(EmptyWays.NOTHING);
            alternatives = alternatives.or(sequence);
            sequence = EmptyWays.NOTHING;
        }

        EmptyWays whole() {
            nextAlternative();
            return look ? alternatives.looked() : alternatives;
        }
    }

    /** The most ways there are between any two places of an expression; a thousand million stand for more. */
    static long most(String java) {
        return new EmptyWaysReader(java).read().peak();
    }

    private EmptyWays read() {
        int at = 0;
        while (at < source.length() && piece.find(at)) {
            at = piece.end();
            if (piece.group("bracket") != null) {
                at = endOfClass(at);
                group.add(EmptyWays.CHARACTER);
            } else if (piece.group("blank") != null) {
                at = blank();
            } else {
                take();
            }
        }
        return group.whole();
    }

    private void take() {
        if (piece.group("flags") != null) {
            flags(piece.group("flags"), piece.group("scope").equals(":"));
        } else if (piece.group("look") != null || piece.group("open") != null) {
            open(piece.group("look") != null);
        } else if (piece.group("close") != null) {
            close();
        } else if (piece.group("bar") != null) {
            group.nextAlternative();
        } else if (piece.group("least") != null) {
            repeat(piece.group("least"));
        } else {
            boolean nothing = piece.group("width") != null || "".equals(piece.group("quoted"));
            group.add(nothing ? EmptyWays.NOTHING : EmptyWays.CHARACTER);
        }
    }

    /** Blanks and comments count as text, unless the flag {@code x} is on: a comment is a whole line then, else a single character. */
    private int blank() {
        if (group.comments) {
            return piece.end();
        }
        group.add(EmptyWays.CHARACTER);
        return piece.start() + 1;
    }

    private void flags(String flags, boolean scoped) {
        if (scoped) {
            open(false);
        }
        int off = flags.indexOf('-');
        int x = flags.indexOf('x');
        if (x >= 0) {
            group.comments = off < 0 || x < off;
        }
    }

    private void open(boolean look) {
        outer.push(group);
        group = new Group(look, group.comments);
    }

    private void close() {
        EmptyWays whole = group.whole();
        if (!outer.isEmpty()) {
            group = outer.pop();
            group.add(whole);
        }
    }

    private void repeat(String times) {
        boolean once = times.equals("?");
        boolean perhaps = once || times.equals("*") || times.matches("\\{0+[,}].*");
        EmptyWays item = once ? group.last : group.last.repeated();
        group.last = perhaps ? item.optional() : item;
    }

    /** Where a class ends that began before this place; classes stand inside classes, and a bracket that comes first is text. */
    private int endOfClass(int start) {
        int depth = 1;
        int first = start;
        for (int at = start; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '\\') {
                at += 1;
            } else if (c == '[') {
                depth++;
                first = at + 1;
            } else if (c == '^' && at == first) {
                first++;
            } else if (c == ']' && at != first && --depth == 0) {
                return at + 1;
            }
        }
        return source.length();
    }
}

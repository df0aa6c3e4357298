package dev.contract.core.multipart;

import java.util.Arrays;

/**
 * Goes from one boundary line of a body to the next. A boundary counts at the start of a line only, and only if nothing but blanks
 * follows it: another boundary may begin with the same characters. One thread at a time.
 */
final class Delimiters {
    private final byte[] document;
    private final byte[] mark;

    /** How far the search may go on where a byte stands at the place of the mark's last one (Horspool): most bytes are never looked at. */
    private final int[] skips = new int[256];

    private int searchFrom;
    private int start;
    private int end;
    private boolean last;

    /** @param mark two dashes and the boundary */
    Delimiters(byte[] document, byte[] mark) {
        this.document = document;
        this.mark = mark;
        Arrays.fill(skips, mark.length);
        for (int i = 0; i < mark.length - 1; i++) {
            skips[mark[i] & 0xFF] = mark.length - 1 - i;
        }
    }

    /** Goes to the next boundary line; false when there is none. */
    boolean next() {
        int contentStart = end;
        for (int at = find(searchFrom); at >= 0; at = find(searchFrom)) {
            searchFrom = at + 1;
            if ((at == 0 || document[at - 1] == '\n') && endsLine(at + mark.length)) {
                start = Math.max(contentStart, withoutLineEnd(at));
                searchFrom = end;
                return true;
            }
        }
        return false;
    }

    private int find(int from) {
        int lastOfMark = mark.length - 1;
        int at = from;
        while (at + lastOfMark < document.length) {
            byte looked = document[at + lastOfMark];
            if (looked == mark[lastOfMark] && Arrays.equals(document, at, at + lastOfMark, mark, 0, lastOfMark)) {
                return at;
            }
            at += skips[looked & 0xFF];
        }
        return -1;
    }

    /** Whether a line ends here, after two dashes if it is the last boundary; keeps where the next line starts. */
    private boolean endsLine(int position) {
        boolean dashes = position + 1 < document.length && document[position] == '-' && document[position + 1] == '-';
        int at = dashes ? position + 2 : position;
        while (at < document.length && (document[at] == ' ' || document[at] == '\t' || document[at] == '\r')) {
            at++;
        }
        boolean atEnd = at == document.length;
        if (!atEnd && document[at] != '\n') {
            return false;
        }
        last = dashes;
        end = atEnd ? at : at + 1;
        return true;
    }

    /** The line end in front of a boundary belongs to it. */
    private int withoutLineEnd(int position) {
        int at = position > 0 ? position - 1 : position;
        return at > 0 && at < position && document[at - 1] == '\r' ? at - 1 : at;
    }

    /** Where the contents before the boundary end. */
    int start() {
        return start;
    }

    /** Where the line after the boundary starts. */
    int end() {
        return end;
    }

    /** Whether it is the boundary after which nothing follows. */
    boolean isLast() {
        return last;
    }
}

package dev.contract.core.xml;

/**
 * The document type declaration, which means nothing here. It is taken away before parsing: the JDK's parser would skip it as well, but
 * writes to the console where one breaks off.
 */
final class Doctype {
    private static final String START = "<!DOCTYPE";

    private final String document;
    private int at;

    private Doctype(String document) {
        this.document = document;
    }

    /**
     * The document with blanks in place of its declaration, so that all else keeps its line and column.
     *
     * @throws XmlSyntaxException if the declaration has no end
     */
    static String blanked(String document) {
        return document.contains(START) ? new Doctype(document).blanked() : document;
    }

    private String blanked() {
        if (!find()) {
            return document;
        }
        int start = at;
        skip();
        StringBuilder blanked = new StringBuilder(document);
        for (int i = start; i < at; i++) {
            if (document.charAt(i) != '\n') {
                blanked.setCharAt(i, ' ');
            }
        }
        return blanked.toString();
    }

    /** Goes to the declaration; false when the root element, or what is no XML, comes first. */
    private boolean find() {
        while (at < document.length()) {
            if (document.startsWith(START, at)) {
                return true;
            }
            if (document.startsWith("<?", at)) {
                goBehind("?>");
            } else if (document.startsWith("<!--", at)) {
                goBehind("-->");
            } else if (Character.isWhitespace(document.charAt(at))) {
                at++;
            } else {
                return false;
            }
        }
        return false;
    }

    /** Goes behind the declaration: to its closing bracket outside quotes, comments and the declarations inside it. */
    private void skip() {
        int start = at;
        int open = 0;
        while (at < document.length()) {
            char c = document.charAt(at);
            if (document.startsWith("<!--", at)) {
                goBehind("-->");
            } else if (document.startsWith("<?", at)) {
                goBehind("?>");
            } else if (c == '"' || c == '\'') {
                at++;
                goBehind(String.valueOf(c));
            } else {
                at++;
                open += c == '<' ? 1 : c == '>' ? -1 : 0;
                if (open == 0) {
                    return;
                }
            }
        }
        throw new XmlSyntaxException("its DOCTYPE has no end", lineOf(start), 1);
    }

    private void goBehind(String end) {
        int found = document.indexOf(end, at);
        at = found < 0 ? document.length() : found + end.length();
    }

    private int lineOf(int position) {
        return 1
                + (int) document.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}

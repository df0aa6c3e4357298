package dev.contract.core.xml;

/** Texts as they stand in documents. */
public final class XmlText {
    private XmlText() {}

    /** The value of an attribute, for double quotes: readers would make blanks of line ends and tabs. */
    public static String attribute(String value) {
        return escaped(value).replace("\n", "&#10;").replace("\t", "&#9;");
    }

    /** A text with the signs escaped that mean something in XML. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}

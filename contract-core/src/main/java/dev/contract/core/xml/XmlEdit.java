package dev.contract.core.xml;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Puts other texts and attribute values into a document. Its declaration, comments, prefixes and the blanks inside the root
 * stay; a DTD is dropped, CDATA becomes text. One pass over one document.
 */
public final class XmlEdit {

    /** What to put in place of a value. */
    public interface Change {
        /**
         * The value of an attribute, or the text of an element, trimmed; {@code old} where it is to stay.
         *
         * @param elements the names from the root to the element
         * @param attribute null for the text
         * @param leaf whether the element has no child elements
         */
        String fresh(List<XmlName> elements, @Nullable XmlName attribute, boolean leaf, String old);
    }

    private static final Pattern DECLARATION = Pattern.compile("\\A\\s*<\\?xml\\s[^>]*\\?>\\s*");

    private final XMLStreamReader xml;
    private final Change change;
    private final StringBuilder out = new StringBuilder();
    private final List<XmlName> path = new ArrayList<>();

    private XmlEdit(XMLStreamReader xml, Change change) {
        this.xml = xml;
        this.change = change;
    }

    /**
     * The document with fresh values, in its own encoding.
     *
     * @param charset as a header names it; null where the document says itself what it is in
     * @throws XmlSyntaxException if it is not well-formed, or nested more than 500 levels deep, or its encoding can only be read
     */
    public static byte[] apply(byte[] document, @Nullable Charset charset, Change change) {
        Charset known = charset == null ? XmlEncoding.charset(document) : charset;
        if (!known.canEncode()) {
            throw new XmlSyntaxException("its encoding " + known.name() + " can be read but not written here", 1, 1);
        }
        return XmlEncoding.encode(apply(XmlEncoding.decode(document, known), change), known, document);
    }

    private static String apply(String document, Change change) {
        Matcher declaration = DECLARATION.matcher(document);
        String start = declaration.lookingAt() ? declaration.group() : "";
        try {
            // prefixes that nobody declares are parts of names
            return start + XmlParser.parse(document, false, xml -> new XmlEdit(xml, change).document());
        } catch (XMLStreamException e) {
            throw XmlParser.syntax(e);
        }
    }

    private String document() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                element();
            } else {
                markup(event, out);
            }
        }
        return out.toString();
    }

    /** What an element holds: text that may be exchanged, and markup that may not. */
    private record Piece(boolean text, String content) {}

    private void element() throws XMLStreamException {
        if (path.size() == XmlParser.DEEPEST) {
            throw XmlParser.tooDeep(xml);
        }
        String name = qualified(xml.getPrefix(), xml.getLocalName());
        path.add(plain(name));
        out.append('<').append(name);
        attributes();
        List<Piece> pieces = content();
        out.append(pieces.isEmpty() ? "/>" : ">");
        pieces.forEach(piece -> out.append(piece.content()));
        out.append(pieces.isEmpty() ? "" : "</" + name + ">");
        path.remove(path.size() - 1);
    }

    private void attributes() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = qualified(xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
            String old = xml.getAttributeValue(i);
            boolean declaration = name.equals("xmlns") || name.startsWith("xmlns:");
            String value = declaration ? old : change.fresh(path, plain(name), true, old);
            out.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(XmlText.attribute(value))
                    .append('"');
        }
    }

    /** Child elements write themselves into a text of their own: whether there are any decides about the text beside them. */
    private List<Piece> content() throws XMLStreamException {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean leaf = true;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (XmlParser.isText(event)) {
                // the parser hands over long texts in several runs
                run.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                continue;
            }
            endText(run, pieces);
            StringBuilder markup = new StringBuilder();
            if (event == XMLStreamConstants.START_ELEMENT) {
                leaf = false;
                pieces.add(new Piece(false, child()));
            } else if (markup(event, markup)) {
                pieces.add(new Piece(false, markup.toString()));
            }
        }
        endText(run, pieces);
        return exchanged(pieces, leaf);
    }

    private static void endText(StringBuilder run, List<Piece> pieces) {
        if (!run.isEmpty()) {
            pieces.add(new Piece(true, run.toString()));
            run.setLength(0);
        }
    }

    private String child() throws XMLStreamException {
        int start = out.length();
        element();
        String child = out.substring(start);
        out.setLength(start);
        return child;
    }

    private List<Piece> exchanged(List<Piece> pieces, boolean leaf) {
        String old = text(pieces);
        String fresh = change.fresh(path, null, leaf, old);
        boolean stays = fresh.equals(old);
        List<Piece> written = new ArrayList<>();
        boolean there = stays;
        for (Piece piece : pieces) {
            boolean exchange = !stays && piece.text() && !piece.content().isBlank();
            if (!exchange) {
                written.add(new Piece(false, piece.text() ? XmlText.escaped(piece.content()) : piece.content()));
            } else if (!there) {
                written.add(new Piece(false, XmlText.escaped(fresh)));
                there = true;
            }
        }
        if (!there) {
            written.add(0, new Piece(false, XmlText.escaped(fresh)));
        }
        return written;
    }

    private static String text(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.text() ? piece.content().strip() : "");
        }
        return text.toString();
    }

    /** Writes a comment or processing instruction; false when there is nothing to write. */
    private boolean markup(int event, StringBuilder to) throws XMLStreamException {
        if (event == XMLStreamConstants.COMMENT) {
            to.append("<!--").append(xml.getText()).append("-->");
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            String data = xml.getPIData();
            to.append("<?").append(xml.getPITarget());
            to.append(data == null || data.isEmpty() ? "" : " " + data).append("?>");
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw XmlParser.entity(xml);
        }
        return !to.isEmpty();
    }

    private static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    /** As written: a rule path names a prefix, if at all, as the document does. */
    private static XmlName plain(String written) {
        return new XmlName("", written.substring(written.indexOf(':') + 1), written);
    }
}

package dev.contract.core.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML documents. DTDs are skipped, entities other than the five of XML itself are refused: a document from outside can neither
 * read files nor grow in memory. Thread-safe: nothing is kept between calls.
 */
public final class XmlReader {
    private final XMLStreamReader xml;

    /** The run of text that is being read; long ones come in pieces. */
    private final StringBuilder run = new StringBuilder();

    /** The names of the document: there are few, and each is one object. */
    private final Map<String, XmlName> names = new HashMap<>();

    private XmlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads a document in the encoding that it declares itself.
     *
     * @throws XmlSyntaxException if it is not well-formed, or nested more than 500 levels deep
     */
    public static XmlElement read(byte[] document) {
        return read(XmlEncoding.decode(document));
    }

    /**
     * Reads a document that is text already: what it says of its encoding is passed over.
     *
     * @throws XmlSyntaxException if it is not well-formed, or nested more than 500 levels deep
     */
    public static XmlElement read(String document) {
        try {
            return XmlParser.parse(document, true, XmlReader::document);
        } catch (XMLStreamException first) {
            try {
                return XmlParser.parse(document, false, XmlReader::document);
            } catch (XMLStreamException second) {
                throw XmlParser.syntax(first);
            }
        }
    }

    private static XmlElement document(XMLStreamReader xml) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // what stands before the root element means nothing here
        }
        XmlElement root = new XmlReader(xml).element(1);
        while (xml.hasNext()) {
            xml.next();
        }
        return root;
    }

    private XmlElement element(int depth) throws XMLStreamException {
        if (depth > XmlParser.DEEPEST) {
            throw XmlParser.tooDeep(xml);
        }
        Location at = xml.getLocation();
        XmlName name = name(xml.getNamespaceURI(), xml.getLocalName(), xml.getPrefix());
        Map<XmlName, String> attributes = attributes();
        List<XmlElement> children = List.of();
        Text text = new Text();
        int last = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event != last) {
                text.end(run);
            }
            last = event;
            if (event == XMLStreamConstants.START_ELEMENT) {
                children = children.isEmpty() ? new ArrayList<>() : children;
                children.add(element(depth + 1));
            } else if (XmlParser.isText(event)) {
                run.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw XmlParser.entity(xml);
            }
        }
        text.end(run);
        return new XmlElement(name, attributes, children, text.joined(), at.getLineNumber(), at.getColumnNumber());
    }

    private Map<XmlName, String> attributes() {
        int count = xml.getAttributeCount();
        Map<XmlName, String> attributes = count == 0 ? Map.of() : new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            XmlName name = name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i), xml.getAttributePrefix(i));
            boolean declaration =
                    name.written().equals("xmlns") || name.written().startsWith("xmlns:");
            if (!declaration) {
                attributes.put(name, xml.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private XmlName name(@Nullable String namespace, String local, @Nullable String prefix) {
        String uri = namespace == null ? "" : namespace;
        String written = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
        XmlName known = names.get(written);
        if (known == null || !known.namespace().equals(uri)) {
            known = new XmlName(uri, local, written);
            names.put(written, known);
        }
        return known;
    }

    /** The text of an element: its runs, each trimmed. There is one as a rule. */
    private static final class Text {
        private String first = "";
        private @Nullable StringBuilder all;

        /** Ends a run, and leaves its buffer empty for the next. */
        void end(StringBuilder run) {
            if (run.isEmpty()) {
                return;
            }
            String text = run.toString().strip();
            run.setLength(0);
            if (first.isEmpty()) {
                first = text;
            } else {
                all = all == null ? new StringBuilder(first) : all;
                all.append(text);
            }
        }

        String joined() {
            return all == null ? first : all.toString();
        }
    }
}

package dev.contract.core.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML documents. DTDs are skipped, entities other than the five of XML itself are refused: a document from outside can neither
 * read files nor grow in memory. Thread-safe: nothing is kept between calls.
 */
public final class XmlReader {
    static final int DEEPEST = 500;

    /** Prefixes must be declared; where that fails, they are read as parts of plain names. */
    private static final XMLInputFactory NAMESPACES = factory(true);

    private static final XMLInputFactory PLAIN_NAMES = factory(false);

    private final XMLStreamReader xml;

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
        String text = Doctype.blanked(document);
        try {
            return read(text, NAMESPACES);
        } catch (XMLStreamException first) {
            try {
                return read(text, PLAIN_NAMES);
            } catch (XMLStreamException second) {
                throw syntax(first);
            }
        }
    }

    private static XmlElement read(String document, XMLInputFactory factory) throws XMLStreamException {
        try {
            XMLStreamReader xml = opened(document, factory);
            try {
                return new XmlReader(xml).document();
            } finally {
                xml.close();
            }
        } catch (RuntimeException e) {
            // the JDK's parser stumbles over some documents, and over its own messages on others
            throw new XMLStreamException("it is broken in a way that the parser has no words for");
        }
    }

    /** Factories promise nothing about threads. */
    private static XMLStreamReader opened(String document, XMLInputFactory factory) throws XMLStreamException {
        synchronized (factory) {
            return factory.createXMLStreamReader(new StringReader(document));
        }
    }

    private XmlElement document() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // what stands before the root element means nothing here
        }
        XmlElement root = element(1);
        while (xml.hasNext()) {
            xml.next();
        }
        return root;
    }

    private XmlElement element(int depth) throws XMLStreamException {
        Location at = xml.getLocation();
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements are nested more than " + DEEPEST + " levels deep", at);
        }
        XmlName name = XmlName.of(orEmpty(xml.getNamespaceURI()), xml.getLocalName(), orEmpty(xml.getPrefix()));
        Map<XmlName, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        Texts texts = new Texts();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException(
                        "the entity &" + xml.getLocalName() + "; is not expanded", xml.getLocation());
            }
            texts.add(event, xml);
        }
        return new XmlElement(name, attributes, children, texts.joined(), at.getLineNumber(), at.getColumnNumber());
    }

    private Map<XmlName, String> attributes() {
        Map<XmlName, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            XmlName name = XmlName.of(
                    orEmpty(xml.getAttributeNamespace(i)),
                    xml.getAttributeLocalName(i),
                    orEmpty(xml.getAttributePrefix(i)));
            boolean declaration =
                    name.written().equals("xmlns") || name.written().startsWith("xmlns:");
            if (!declaration) {
                attributes.put(name, xml.getAttributeValue(i));
            }
        }
        return attributes;
    }

    /** Runs of text: the parser hands over long ones in pieces. */
    private static final class Texts {
        private final StringBuilder joined = new StringBuilder();
        private final StringBuilder run = new StringBuilder();
        private int last;

        void add(int event, XMLStreamReader xml) {
            if (event != last) {
                end();
            }
            last = event;
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                run.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }

        private void end() {
            joined.append(run.toString().strip());
            run.setLength(0);
        }

        String joined() {
            end();
            return joined.toString();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static XmlSyntaxException syntax(XMLStreamException e) {
        Location at = e.getLocation();
        String message = String.valueOf(e.getMessage());
        String reason = message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9);
        return new XmlSyntaxException(
                reason.strip(), at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber());
    }

    static XMLInputFactory factory(boolean namespaces) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, namespaces);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}

package dev.contract.core.xml;

import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's parser, kept from everything that a document from outside could make it do. */
final class XmlParser {
    static final int DEEPEST = 500;

    /** Prefixes must be declared, or, where they need not be, are parts of plain names. */
    private static final XMLInputFactory NAMESPACES = factory(true);

    private static final XMLInputFactory PLAIN_NAMES = factory(false);

    /** Goes over a document, from before its first event. */
    interface Pass<T> {
        T over(XMLStreamReader xml) throws XMLStreamException;
    }

    private XmlParser() {}

    static <T> T parse(String document, boolean namespaces, Pass<T> pass) throws XMLStreamException {
        String withoutDoctype = Doctype.blanked(document);
        try {
            XMLStreamReader xml = opened(withoutDoctype, namespaces ? NAMESPACES : PLAIN_NAMES);
            try {
                return pass.over(xml);
            } finally {
                xml.close();
            }
        } catch (XmlSyntaxException e) {
            throw e;
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

    private static XMLInputFactory factory(boolean namespaces) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, namespaces);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // each CDATA section is a run of its own; unless told so, the parser makes it one with the text around it
        factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
        return factory;
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    static XMLStreamException tooDeep(XMLStreamReader xml) {
        return new XMLStreamException("elements are nested more than " + DEEPEST + " levels deep", xml.getLocation());
    }

    static XMLStreamException entity(XMLStreamReader xml) {
        return new XMLStreamException("the entity &" + xml.getLocalName() + "; is not expanded", xml.getLocation());
    }

    /** The parser's complaint in its own words, without its prose about places. */
    static XmlSyntaxException syntax(XMLStreamException e) {
        Location at = e.getLocation();
        String message = String.valueOf(e.getMessage());
        String reason = message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9);
        return new XmlSyntaxException(
                reason.strip(), at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber());
    }
}

/**
 * XML documents as small trees: elements, attributes and text, with namespaces resolved; comments, processing instructions and DTDs are
 * left out, and no entity is ever fetched or expanded.
 *
 * <p>In: bytes or text. Out: {@link dev.contract.core.xml.XmlElement}, or an {@link dev.contract.core.xml.XmlSyntaxException} that says
 * where the document breaks off. Knows nothing of matching. {@link dev.contract.core.xml.XmlEdit} puts other values
 * into a document. Start reading at {@link dev.contract.core.xml.XmlReader}.
 */
@NullMarked
package dev.contract.core.xml;

import org.jspecify.annotations.NullMarked;

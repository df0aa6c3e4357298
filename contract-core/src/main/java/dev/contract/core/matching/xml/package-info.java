/**
 * The comparison of XML bodies.
 *
 * <p>In: an expected document and its rules, compiled by {@link dev.contract.core.matching.xml.XmlFormat} into nodes, one per expected
 * element. Out: mismatches in document order, at paths such as {@code $.people.person['@id']}: names as in the expected document,
 * without indices. Start reading at {@link dev.contract.core.matching.xml.ElementNode}.
 */
@NullMarked
package dev.contract.core.matching.xml;

import org.jspecify.annotations.NullMarked;

/**
 * What texts mean by a document: the values of parameters, headers and forms by their styles and schemas, {@code 7} as a number where numbers
 * are asked for.
 *
 * <p>In: texts as they stand in a message, and what a {@link dev.contract.openapi.document.Parameter} or schema says of them. Out: JSON
 * values that schemas can judge. Knows nothing of what is made of their verdict. Start reading at {@link
 * dev.contract.openapi.value.ParameterValue}.
 */
@NullMarked
package dev.contract.openapi.value;

import org.jspecify.annotations.NullMarked;

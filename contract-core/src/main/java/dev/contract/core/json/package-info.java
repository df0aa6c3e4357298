/**
 * JSON as a tree that forgets nothing a contract needs: the text of every number, the order of keys, and, for files, the line and
 * column of every value.
 *
 * <p>In: bytes. Out: {@link dev.contract.core.json.JsonValue}s, or a {@link dev.contract.core.json.JsonSyntaxException} that says
 * where the text stops being JSON; and back to text with {@link dev.contract.core.json.JsonWriter}. The only room of this module
 * that imports Jackson, and of Jackson only the streaming parser, in the part of its API that is the same from 2.15 on.
 *
 * <p>Why an own tree: Jackson's turns {@code 1.0} into a double, drops {@code 1.50}'s zero and has no place for positions.
 * Start reading at {@link dev.contract.core.json.JsonReader}.
 */
@NullMarked
package dev.contract.core.json;

import org.jspecify.annotations.NullMarked;

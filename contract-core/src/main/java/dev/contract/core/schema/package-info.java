/**
 * JSON Schema: a schema compiled once, values checked against it.
 *
 * <p>In: a schema and values as {@code JsonValue}s. Out: violations with their paths. The only room that imports the schema library, which
 * is an optional dependency: it brings five jars, and most contracts need none of them. Who checks a schema without it is told what to
 * add. Nothing is ever fetched: a reference to another document is an error. Start reading at {@link dev.contract.core.schema.JsonSchema}.
 *
 * <p>The schemas of contract files themselves stand here, too: {@link dev.contract.core.schema.ContractSchema}.
 */
@NullMarked
package dev.contract.core.schema;

import org.jspecify.annotations.NullMarked;

/**
 * The comparison of JSON bodies.
 *
 * <p>In: an expected body and its rules, compiled by {@link dev.contract.core.matching.json.JsonFormat} into a tree of nodes, each of
 * which knows its example, its rules and its children. Out: mismatches in document order. An actual body is walked once along the
 * nodes; on the way nothing is parsed, looked up or allocated, and the path is only spelled out where a mismatch is found.
 * Start reading at {@link dev.contract.core.matching.json.NodeCompiler}.
 */
@NullMarked
package dev.contract.core.matching.json;

import org.jspecify.annotations.NullMarked;

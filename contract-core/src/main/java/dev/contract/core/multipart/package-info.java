/**
 * Multipart bodies as their parts: where each begins and ends, its headers, its contents after its transfer encoding is undone.
 *
 * <p>In: bytes and the boundary that their Content-Type names. Out: {@link dev.contract.core.multipart.MultipartPart}s, which point
 * into those bytes, or a {@link dev.contract.core.multipart.MultipartSyntaxException} that says which part breaks off and where. Knows
 * nothing of matching. Start reading at {@link dev.contract.core.multipart.MultipartReader}.
 */
@NullMarked
package dev.contract.core.multipart;

import org.jspecify.annotations.NullMarked;

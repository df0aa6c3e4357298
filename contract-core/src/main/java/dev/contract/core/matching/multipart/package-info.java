/**
 * The comparison of multipart bodies, part by part.
 *
 * <p>In: an expected body, whose parts are compiled by the formats of their own types, each with those rules that lead into it. Out:
 * mismatches at paths such as {@code $.avatar} or {@code $[1].id}: a part's name, or else its position, and then the place within.
 * Each side has a boundary of its own. Start reading at {@link dev.contract.core.matching.multipart.MultipartFormat}.
 */
@NullMarked
package dev.contract.core.matching.multipart;

import org.jspecify.annotations.NullMarked;

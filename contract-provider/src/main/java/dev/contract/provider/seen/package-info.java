/**
 * What a response had in it, without any value.
 *
 * <p>In: a request and the response to it. Out: a {@link dev.contract.provider.seen.ResponsePaths}: method and path, status, names of
 * headers, and the paths of the fields of a JSON body. Keys that look like data are not written down, and the work is bounded. Knows nothing
 * of contracts, servers and reports.
 */
@NullMarked
package dev.contract.provider.seen;

import org.jspecify.annotations.NullMarked;

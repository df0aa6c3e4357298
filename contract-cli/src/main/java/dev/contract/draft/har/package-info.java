/**
 * Reads HAR files, in which browsers and proxies keep their traffic.
 *
 * <p>In: the bytes of a file, and the address of the provider. Out: samples to draft a contract of, and what could not be used, with its
 * place. Start reading at {@link dev.contract.draft.har.HarFile}.
 */
@NullMarked
package dev.contract.draft.har;

import org.jspecify.annotations.NullMarked;

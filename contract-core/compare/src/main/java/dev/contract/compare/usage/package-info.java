/**
 * Who relies on what of a provider, and what nobody does.
 *
 * <p>In: the contracts of a provider's consumers, and what the provider offers: the paths of responses that were seen, or its OpenAPI
 * document. Out: every operation, status, header and field with those who rely on it and by which rule; what may be dropped; what has no
 * contract. Knows nothing of files, brokers and reports. Start reading at {@link dev.contract.compare.usage.Usage}.
 */
@NullMarked
package dev.contract.compare.usage;

import org.jspecify.annotations.NullMarked;

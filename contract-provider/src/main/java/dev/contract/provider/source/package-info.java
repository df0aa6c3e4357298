/**
 * Where contracts come from: directories, globs, the class path, files, URLs, and whatever else implements
 * {@link dev.contract.provider.source.ContractSource}.
 *
 * <p>In: a name the user gave. Out: contracts, each with the name of its source, and problems: all that are met, none of them thrown.
 * Knows files and URLs; knows nothing of what is done with a contract, or whose provider is verified.
 *
 * <p>Start reading at {@link dev.contract.provider.source.ContractSource}.
 */
@NullMarked
package dev.contract.provider.source;

import org.jspecify.annotations.NullMarked;

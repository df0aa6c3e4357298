/**
 * Whom to trust and as whom to appear where something is reached by HTTPS: the service under test, a broker.
 *
 * <p>In: PEM files or a context of the JDK, and the exception of a handshake that failed. Out: an {@link javax.net.ssl.SSLContext}, or a
 * {@link dev.contract.core.problem.ContractException} that names the file; in words why the two ends did not come together, and what to do.
 * Knows nothing of HTTP. Start reading at {@link dev.contract.provider.tls.Tls}.
 */
@NullMarked
package dev.contract.provider.tls;

import org.jspecify.annotations.NullMarked;

/**
 * As whom a stub appears by TLS, and whom it lets in: certificates of our own making, or a key store that somebody has.
 *
 * <p>In: nothing at all, or a key store. Out: an {@link javax.net.ssl.SSLContext} for the stub, and what its clients need, as key
 * stores, as PEM and as a context of their own. The JDK has no public way to make a certificate, so the bytes of X.509 are written here,
 * as few kinds of them as there must be. Knows nothing of sockets, HTTP and stubs. Start reading at
 * {@link dev.contract.consumer.tls.StubTls}.
 */
@NullMarked
package dev.contract.consumer.tls;

import org.jspecify.annotations.NullMarked;

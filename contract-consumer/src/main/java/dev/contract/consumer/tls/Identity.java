package dev.contract.consumer.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Somebody with a key, and those who vouch for it. Immutable.
 *
 * @param chain the own certificate first, then that of who signed it
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
    Identity {
        chain = List.copyOf(chain);
    }
}

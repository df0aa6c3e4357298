/**
 * Where replayed requests go: a running service, reached by HTTP, or a function in this JVM.
 *
 * <p>In: a request as a value. Out: the response as a value, or an {@link dev.contract.provider.target.ExchangeException} whose
 * message says in one sentence why there is none. Knows sockets, TLS, proxies, time and size limits; knows nothing of contracts or states.
 *
 * <p>The connections are those of HttpCore, the lower floor of HttpClient 5: what stands in a contract goes to the wire unaltered
 * (the client above it normalises paths and adds headers), and a first exchange in a JVM costs a quarter of the client's. Every
 * exchange ends within its time limit, whatever the service does. Start reading at {@link dev.contract.provider.target.HttpTarget}.
 */
@NullMarked
package dev.contract.provider.target;

import org.jspecify.annotations.NullMarked;

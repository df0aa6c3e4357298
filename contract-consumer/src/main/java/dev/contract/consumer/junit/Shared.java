package dev.contract.consumer.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the stub of a provider that all test classes of a run have together, at one address: for a client, or a whole application, that
 * is configured once.
 *
 * <pre>{@code
 * @Test
 * void finds_a_user(@Shared Stub users) {
 *     try (Scope scope = users.scope(header("X-Request-ID").is(id))) {
 *         scope.uponReceiving("a request for user 42").get("/users/42").willRespondWith(200);
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>Tests may run in parallel, as each declares in {@linkplain dev.contract.consumer.Stub#scope scopes} of its own. What it declares on the
 * parameter itself answers the requests of its scopes, too, and no others. A request that belongs to no open scope is refused, and shown
 * by the scopes whose requests are missing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Shared {}

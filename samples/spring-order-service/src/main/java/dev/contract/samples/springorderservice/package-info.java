/**
 * A consumer on Spring Boot: what it asks the user service goes through Spring's {@code RestClient}, and its test through the whole
 * context, at the address of a stub. The same sources are built on Spring Boot 3.5 here and on Spring Boot 4 in {@code boot-4}.
 *
 * <p>Start reading at {@code UserClientTest} under the tests.
 */
@NullMarked
package dev.contract.samples.springorderservice;

import org.jspecify.annotations.NullMarked;

/**
 * Results as JUnit's dynamic tests.
 *
 * <p>In: named checks in groups. Out: dynamic containers and tests. This room alone makes something of JUnit (the verifier only
 * names its types in a signature), and is linked only when somebody asks for tests; it knows nothing of contracts. Start reading at {@link dev.contract.provider.junit.DynamicChecks}.
 */
@NullMarked
package dev.contract.provider.junit;

import org.jspecify.annotations.NullMarked;

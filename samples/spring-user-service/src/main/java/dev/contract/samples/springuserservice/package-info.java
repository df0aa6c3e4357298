/**
 * The user service once more, as a team on Spring Boot has it: contracts are verified by MockMvc, without a socket, and at its port.
 *
 * <p>Start reading at {@code UserContractTest} under the tests; {@code MockMvcHandler} beside it is to be copied.
 */
@NullMarked
package dev.contract.samples.springuserservice;

import org.jspecify.annotations.NullMarked;

/**
 * Consumer tests with JUnit: stubs and messages as parameters, judged at the end of each test, and the contract written from the tests
 * that passed.
 *
 * <p>In: a class marked {@link dev.contract.consumer.junit.ConsumerTest}. Out: a {@link dev.contract.consumer.Stub} or
 * {@link dev.contract.consumer.Messages} for every parameter that asks for one, failed tests where the declared and the sent requests
 * differ or a declared message was not handled, and what was declared, handed to the room {@code recording}. Tests that passed are run
 * again with what the room {@code variation} makes of their answers, if somebody wants that.
 *
 * <p>Runs with JUnit Jupiter 5 and 6. Knows nothing of HTTP. Start reading at {@code ConsumerTestExtension}.
 */
@NullMarked
package dev.contract.consumer.junit;

import org.jspecify.annotations.NullMarked;

/**
 * Contract files made of what tests declared: complete, the same bytes in any order, safe between threads and processes.
 *
 * <p>In: {@link dev.contract.consumer.recording.ClassDeclarations}, what one test class declared, and whether all of it ran. Out: one
 * file for each consumer and provider, and beside them, hidden, one <em>shard</em> for each test class:
 *
 * <pre>
 * target/contracts/order-service-user-service.json
 * target/contracts/.shards/order-service/user-service/com.example.UserClientTest.json
 * target/contracts/.shards/lock
 * </pre>
 *
 * <p>A class that ends replaces its own shard and nobody else's, and then writes the contract anew from all shards. Both happen under
 * a lock that holds between threads and processes, so the contract is at any time exactly the sum of the shards; it does not matter who
 * comes last. What a class no longer declares goes with its shard after a full run; after any other run it stays. The shard of a
 * class that was deleted goes, too. A contract that is older than all shards, in a fresh checkout for example, counts as a shard of
 * unknown origin.
 *
 * <p>Two tests that declare one interaction with different content are an error that names both, within a class and between classes.
 * Against the shard of a class that has not run since this JVM started, the newer declaration wins instead: the other class was
 * probably changed as well and simply has not run yet.
 *
 * <p>Knows nothing of JUnit or HTTP. Start reading at {@link dev.contract.consumer.recording.ContractFolder}.
 */
@NullMarked
package dev.contract.consumer.recording;

import org.jspecify.annotations.NullMarked;

/**
 * Regular expressions as finite automata, where they are regular and small enough.
 *
 * <p>In: the text of a pattern. Out: whether all that one accepts is accepted by another, and if not, a shortest text that shows it; and
 * whether an engine that goes back comes to an end with them.
 * Bounded in states; a pattern that is not regular or grows too large is answered with the reason. Knows nothing of contracts.
 *
 * <p>Start reading at {@link dev.contract.compare.automaton.Containment}.
 */
@NullMarked
package dev.contract.compare.automaton;

import org.jspecify.annotations.NullMarked;

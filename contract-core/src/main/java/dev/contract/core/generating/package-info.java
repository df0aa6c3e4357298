/**
 * Makes fresh values in place of examples, where a contract's generators ask for them.
 *
 * <p>In: a part of an interaction and a {@link dev.contract.core.generating.GenerationContext}: randomness, clock, values of provider
 * states, address of the stub. Out: the part with its example's values replaced, and a problem for every generator that could not do its
 * work; the part comes back as the same instance when it has no generators. The rules of the part are not looked at, except for the
 * generators that some of them carry. Clock, zone and randomness are the context's, which has those of the machine only
 * where it is given no others; a {@link dev.contract.core.generating.Seed} makes the same values in every run.
 *
 * <p>One file per kind of generator, all of them in {@link dev.contract.core.generating.ValueGenerators}. Start reading at
 * {@link dev.contract.core.generating.Generation}.
 */
@NullMarked
package dev.contract.core.generating;

import org.jspecify.annotations.NullMarked;

/**
 * Records what a client asks a real service, and what it answers: a stub that expects nothing passes everything on.
 *
 * <p>In: {@link dev.contract.cli.record.RecordingSettings}, the service's address among them. Out: samples, of which {@code draft} makes a
 * contract. Knows nothing of commands and files. Start reading at {@link dev.contract.cli.record.Recording}.
 */
@NullMarked
package dev.contract.cli.record;

import org.jspecify.annotations.NullMarked;

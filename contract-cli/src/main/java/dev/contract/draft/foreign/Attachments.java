package dev.contract.draft.foreign;

import java.util.Optional;

/** The files that a file names. */
@FunctionalInterface
public interface Attachments {

    /** What a file holds; empty when there is none, or it lies elsewhere than files for this purpose do. */
    Optional<byte[]> find(String name);
}

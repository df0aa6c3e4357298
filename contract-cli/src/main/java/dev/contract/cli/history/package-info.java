/**
 * Contracts as they were: in git, and under the versions of a broker.
 *
 * <p>In: a working directory and what a user calls a revision, or a client of a broker and what a user calls a version. Out: bytes with the
 * name under which problems are told, and lists of the revisions or versions there are. The git program is started directly, without a
 * shell, and has limits of time and size; nothing is ever changed in a repository. Knows nothing of comparing.
 */
@NullMarked
package dev.contract.cli.history;

import org.jspecify.annotations.NullMarked;

/**
 * What is being built here: commit, branch and the page of the build, as the build server's variables or git tell it.
 *
 * <p>In: the environment's variables and a working directory. Out: a {@link dev.contract.cli.build.BuildFacts}. Knows nothing of
 * contracts. Start reading at {@link dev.contract.cli.build.BuildServer}.
 */
@NullMarked
package dev.contract.cli.build;

import org.jspecify.annotations.NullMarked;

/**
 * The manuals as values: their blocks and tables, and a compiler for blocks of Java.
 *
 * <p>In: the {@code README.md} files of the repository. Out: {@link dev.contract.readme.Snippet}s, rows of tables, classes. Knows nothing
 * of what a manual is about; {@code dev.contract.cli.ReadmeTest} does.
 */
package dev.contract.readme;

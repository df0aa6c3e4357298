/**
 * A consumer that Gradle builds: contracts land in {@code build/contracts}. The {@code pom.xml} beside {@code build.gradle} lets it be
 * built with everything else here, into the folders that Gradle has; a project of yours needs none.
 *
 * <p>Start reading at {@code SalutationTest} under the tests.
 */
@NullMarked
package dev.contract.samples.newsletter;

import org.jspecify.annotations.NullMarked;

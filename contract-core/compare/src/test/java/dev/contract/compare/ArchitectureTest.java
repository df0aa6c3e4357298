package dev.contract.compare;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rooms of this module, and who may import what. */
class ArchitectureTest {

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.contract.compare");

    @Test
    void a_room_uses_its_own_floor_and_lower_ones_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("questions")
                .definedBy(
                        "dev.contract.compare",
                        "dev.contract.compare.usage",
                        "dev.contract.compare.edit",
                        "dev.contract.compare.promise")
                .layer("inclusion")
                .definedBy("dev.contract.compare.inclusion")
                .layer("values")
                .definedBy("dev.contract.compare.accept", "dev.contract.compare.automaton")
                .ensureAllClassesAreContainedInArchitecture()
                .whereLayer("questions")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("inclusion")
                .mayOnlyBeAccessedByLayers("questions")
                .whereLayer("values")
                .mayOnlyBeAccessedByLayers("inclusion", "questions")
                .check(MAIN);
    }

    @Test
    void no_two_rooms_lean_on_each_other_in_a_circle() {
        slices().matching("dev.contract.(compare.*)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void automata_know_nothing_of_contracts() {
        noClasses()
                .that()
                .resideInAPackage("dev.contract.compare.automaton")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.contract.core.model..", "dev.contract.core.matching..", "dev.contract.openapi..")
                .check(MAIN);
    }

    @Test
    void no_room_opens_a_socket_or_a_database_or_prints() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..", "com.sun.net..", "java.sql..", "javax.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(.*Socket|.*URLConnection)")
                .check(MAIN);
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
    }

    @Test
    void the_public_api_shows_only_types_of_the_jdk_and_our_own() {
        var foreign = resideInAnyPackage("com.fasterxml..", "com.networknt..", "org.yaml..");

        noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areNotPrivate()
                .and()
                .areNotPackagePrivate()
                .should()
                .haveRawReturnType(foreign)
                .orShould()
                .haveRawParameterTypes(anyElementThat(foreign))
                .check(MAIN);
    }

    @Test
    void every_room_says_what_may_be_null() {
        classes()
                .should(ArchCondition.from(describe("reside in a package that is @NullMarked", type -> type.getPackage()
                        .isAnnotatedWith(NullMarked.class))))
                .check(MAIN);
    }
}

package dev.contract.consumer;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may import what in this module. */
class ArchitectureTest {

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.contract.consumer");

    @Test
    void only_the_stub_imports_undertow() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.consumer.stub")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.undertow..", "org.xnio..")
                .check(MAIN);
    }

    @Test
    void only_the_junit_room_imports_junit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.consumer.junit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
                .check(MAIN);
    }

    @Test
    void only_the_entry_room_imports_jackson_and_there_for_examples() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.consumer")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void no_room_prints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
    }

    @Test
    void the_public_api_shows_only_types_of_the_jdk_and_our_own() {
        var foreign = resideInAnyPackage("com.fasterxml..", "com.networknt..", "io.undertow..", "org.apache.hc..");

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
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void no_room_leans_on_another_in_a_circle() {
        slices().matching("dev.contract.consumer.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
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

package dev.contract.provider;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
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
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.contract.provider");

    @Test
    void only_the_rooms_that_call_others_import_the_http_client() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.contract.provider.target", "dev.contract.provider.broker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(MAIN);
    }

    @Test
    void only_the_junit_room_and_the_entry_room_import_junit() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.contract.provider", "dev.contract.provider.junit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit..")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void strength_asks_nobody_but_the_matcher() {
        noClasses()
                .that()
                .resideInAPackage("dev.contract.provider.strength")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.contract.provider..")
                        .and(not(resideInAPackage("dev.contract.provider.strength"))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .check(MAIN);
    }

    @Test
    void json_is_read_through_our_own_tree() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(MAIN);
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
        slices().matching("dev.contract.provider.(**)")
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

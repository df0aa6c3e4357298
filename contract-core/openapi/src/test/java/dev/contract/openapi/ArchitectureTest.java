package dev.contract.openapi;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rooms of this module, and who may import what. */
class ArchitectureTest {

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.contract.openapi");

    @Test
    void a_room_uses_its_own_floor_and_lower_ones_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("exchanges")
                .definedBy("dev.contract.openapi", "dev.contract.openapi.promise")
                .layer("values")
                .definedBy("dev.contract.openapi.value")
                .layer("document")
                .definedBy("dev.contract.openapi.document")
                .layer("yaml")
                .definedBy("dev.contract.openapi.yaml")
                .ensureAllClassesAreContainedInArchitecture()
                .whereLayer("exchanges")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("values")
                .mayOnlyBeAccessedByLayers("exchanges")
                .whereLayer("document")
                .mayOnlyBeAccessedByLayers("values", "exchanges")
                .whereLayer("yaml")
                .mayOnlyBeAccessedByLayers("document")
                .check(MAIN);
    }

    @Test
    void of_contract_core_it_knows_values_and_schemas_only() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.contract.core.model..",
                        "dev.contract.core.format..",
                        "dev.contract.core.matching..",
                        "dev.contract.core.generating..",
                        "dev.contract.core.report..")
                .check(MAIN);
    }

    @Test
    void only_yaml_imports_the_yaml_library_and_nobody_those_of_json() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.openapi.yaml")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml..")
                .check(MAIN);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "com.networknt..")
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

package dev.contract.core;

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

/** The floors of this module, from the ground up, and who may import what. */
class ArchitectureTest {

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.contract.core");

    @Test
    void a_room_uses_its_own_floor_and_lower_ones_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("values")
                .definedBy(
                        "..core.http",
                        "..core.body",
                        "..core.json",
                        "..core.xml",
                        "..core.multipart",
                        "..core.regex",
                        "..core.secret",
                        "..core.problem")
                .layer("model")
                .definedBy("..core.model")
                .layer("files")
                .definedBy("..core.format", "..core.schema")
                .layer("matching")
                .definedBy("..core.matching..", "..core.generating", "..core.presence")
                .layer("findings")
                .definedBy("..core.report")
                .ensureAllClassesAreContainedInArchitectureIgnoring("dev.contract.core")
                .whereLayer("findings")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("matching")
                .mayOnlyBeAccessedByLayers("findings")
                .whereLayer("files")
                .mayOnlyBeAccessedByLayers("matching", "findings")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("files", "matching", "findings")
                .check(MAIN);
    }

    @Test
    void only_json_imports_jackson_and_only_its_streaming_part() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.core.json")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.core..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.core.schema")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.annotation..")
                .check(MAIN);
    }

    @Test
    void only_schema_imports_the_json_schema_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.core.schema")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.networknt..")
                .check(MAIN);
    }

    @Test
    void only_generating_imports_the_maker_of_texts_for_regexes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.core.generating")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.curiousoddman..")
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
        slices().matching("dev.contract.core.(**)")
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

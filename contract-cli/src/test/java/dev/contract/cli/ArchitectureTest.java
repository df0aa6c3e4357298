package dev.contract.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The trees of this module, and who may import what. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages(
                    "dev.contract.cli",
                    "dev.contract.broker",
                    "dev.contract.lint",
                    "dev.contract.draft",
                    "dev.contract.standalone");

    @Test
    void the_broker_knows_nothing_of_the_command_line() {
        noClasses()
                .that()
                .resideInAPackage("dev.contract.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.contract.cli..", "picocli..")
                .check(MAIN);
    }

    @Test
    void the_stub_knows_neither_the_command_line_nor_the_broker_nor_files() {
        noClasses()
                .that()
                .resideInAPackage("dev.contract.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.contract.cli..",
                        "dev.contract.broker..",
                        "dev.contract.lint..",
                        "java.nio.file..",
                        "picocli..")
                .check(MAIN);
    }

    @Test
    void lint_and_draft_are_pure() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.contract.lint..", "dev.contract.draft..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.contract.cli..",
                        "dev.contract.broker..",
                        "dev.contract.provider..",
                        "java.nio.file..",
                        "java.net.http..",
                        "picocli..")
                .check(MAIN);
    }

    @Test
    void only_the_broker_server_imports_undertow() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.broker")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.undertow..", "org.xnio..")
                .check(MAIN);
    }

    @Test
    void only_the_egress_of_the_broker_sends_requests_of_its_own() {
        noClasses()
                .that()
                .resideInAPackage("dev.contract.broker..")
                .and()
                .resideOutsideOfPackage("dev.contract.broker.egress")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hc..", "java.net.http..")
                .check(MAIN);
    }

    @Test
    void only_the_store_speaks_sql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.broker.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.flywaydb..",
                        "com.zaxxer..",
                        "org.sqlite..",
                        "org.postgresql..")
                .check(MAIN);
    }

    @Test
    void the_domain_is_pure() {
        noClasses()
                .that()
                .resideInAPackage("dev.contract.broker.domain..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.contract.broker..", "dev.contract.provider..")
                        .and(not(resideInAPackage("dev.contract.broker.domain.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net.http..", "java.nio.file..", "org.apache..")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void pages_are_made_of_values_and_only_their_room_knows_of_templates() {
        noClasses()
                .that()
                .resideInAPackage("dev.contract.broker.page..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.contract.broker..")
                        .and(not(resideInAPackage("dev.contract.broker.page.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.nio.file..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.contract.broker.page")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..")
                .check(MAIN);
    }

    @Test
    void json_is_read_through_our_own_tree() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "tools.jackson..")
                .check(MAIN);
    }

    @Test
    void no_room_leans_on_another_in_a_circle() {
        slices().matching("dev.contract.(**)")
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

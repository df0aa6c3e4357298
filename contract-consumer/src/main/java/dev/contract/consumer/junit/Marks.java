package dev.contract.consumer.junit;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Optional;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the annotation that counts for a class: its own, or that of the nearest class around it. */
final class Marks {
    private Marks() {}

    static ConsumerTest of(Class<?> testClass) {
        for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
            Optional<ConsumerTest> mark = AnnotationSupport.findAnnotation(each, ConsumerTest.class);
            if (mark.isPresent()) {
                return mark.get();
            }
        }
        throw new IllegalStateException(testClass + " is not marked @ConsumerTest");
    }

    /** How the stub of a parameter is to be served: as the parameter says, or the nearest class that says something; empty if none does. */
    static Optional<Served> served(ParameterContext parameter, Class<?> testClass) {
        Optional<Served> served = parameter.findAnnotation(Served.class);
        for (Class<?> each = testClass; each != null && served.isEmpty(); each = each.getEnclosingClass()) {
            served = AnnotationSupport.findAnnotation(each, Served.class);
        }
        return served;
    }

    /**
     * Holds nested classes to the version and the folder of the outermost one that is marked: they are recorded as one.
     *
     * @throws ContractException when a nested class asks for another version or folder
     */
    static void refuseOther(Class<?> outermost, Class<?> nested) {
        ConsumerTest outer = of(outermost);
        ConsumerTest inner = of(nested);
        if (inner.version() != outer.version()) {
            throw other(
                    outermost,
                    nested,
                    "version",
                    inner.version().name(),
                    outer.version().name());
        }
        if (!inner.directory().isEmpty() && !inner.directory().equals(outer.directory())) {
            throw other(outermost, nested, "directory", Quoted.text(inner.directory()), Quoted.text(outer.directory()));
        }
    }

    private static ContractException other(
            Class<?> outermost, Class<?> nested, String attribute, String inner, String outer) {
        return new ContractException(Problem.error(
                        "CONTRACT-ROLES", "a nested class asks for another " + attribute + " than the class around it")
                .at(TestId.nameOf(nested))
                .found(inner + " on " + TestId.nameOf(nested) + ", " + outer + " on " + TestId.nameOf(outermost))
                .mend("say the same in both @ConsumerTest, or take the nested class out"));
    }
}

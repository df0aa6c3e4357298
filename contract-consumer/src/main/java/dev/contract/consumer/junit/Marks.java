package dev.contract.consumer.junit;

import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the {@link ConsumerTest} that counts for a class: its own, or that of the nearest class around it. */
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
}

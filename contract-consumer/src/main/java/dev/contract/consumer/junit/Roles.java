package dev.contract.consumer.junit;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * Who calls and who answers, as the annotations around a parameter say.
 *
 * <p>Immutable.
 *
 * @param shared whether the stub is one that all test classes have together
 */
record Roles(String consumer, String provider, boolean shared) {

    /**
     * The roles for a parameter.
     *
     * @throws ContractException when no annotation names the provider
     */
    static Roles of(ParameterContext parameter, ExtensionContext context) {
        ConsumerTest mark = Marks.of(context.getRequiredTestClass());
        Optional<String> named = parameter.findAnnotation(Provider.class).map(Provider::value);
        String provider = named.orElse(mark.provider());
        if (provider.isBlank() || mark.consumer().isBlank()) {
            throw new ContractException(Problem.error(
                            "CONTRACT-ROLES",
                            "the parameter "
                                    + Quoted.text(parameter.getParameter().getName()) + " does not say "
                                    + (provider.isBlank() ? "which provider it plays" : "which consumer calls it"))
                    .at(TestId.nameOf(context.getRequiredTestClass()) + "."
                            + parameter.getDeclaringExecutable().getName())
                    .mend("name both: @ConsumerTest(consumer = \"…\", provider = \"…\") on the class,"
                            + " or @Provider(\"…\") on the parameter"));
        }
        return new Roles(mark.consumer(), provider, parameter.isAnnotated(Shared.class));
    }
}

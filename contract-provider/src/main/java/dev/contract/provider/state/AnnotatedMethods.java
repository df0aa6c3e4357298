package dev.contract.provider.state;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the methods of an object that are annotated with {@link State}, those of its superclasses and interfaces included. */
final class AnnotatedMethods {
    private AnnotatedMethods() {}

    /** One annotated method as a handler. */
    record StateMethod(Object object, Method method, List<String> names, StateAction action) implements StateValues {

        @Override
        public @Nullable Object run(StateCall state) throws Exception {
            try {
                return method.invoke(object, arguments(state));
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e;
            }
        }

        private Object[] arguments(StateCall state) {
            if (method.getParameterCount() == 0) {
                return new Object[0];
            }
            boolean whole = method.getParameterTypes()[0] == StateCall.class;
            return new Object[] {whole ? state : state.toMap()};
        }
    }

    static List<StateMethod> of(Object object) {
        List<StateMethod> found = new ArrayList<>();
        collect(object, object.getClass(), found);
        if (found.isEmpty()) {
            throw new ContractException(Problem.error(
                            "CONTRACT-STATE",
                            "no method of " + object.getClass().getName() + " is annotated with @State")
                    .mend("annotate the methods that set states up with @State(\"the name of the state\")"));
        }
        return found;
    }

    /** The methods of one class come in the order of their names: reflection promises none. */
    private static void collect(Object object, @Nullable Class<?> type, List<StateMethod> found) {
        if (type == null) {
            return;
        }
        List<Method> methods = new ArrayList<>(List.of(type.getDeclaredMethods()));
        methods.sort(Comparator.comparing(Method::getName).thenComparing(Method::toString));
        for (Method method : methods) {
            State state = method.getAnnotation(State.class);
            if (state != null && !method.isBridge() && !isOverridden(method, found)) {
                found.add(checked(new StateMethod(object, method, List.of(state.value()), state.action())));
            }
        }
        collect(object, type.getSuperclass(), found);
        for (Class<?> each : type.getInterfaces()) {
            collect(object, each, found);
        }
    }

    private static boolean isOverridden(Method method, List<StateMethod> found) {
        return !Modifier.isPrivate(method.getModifiers())
                && found.stream()
                        .map(StateMethod::method)
                        .anyMatch(other -> other.getName().equals(method.getName())
                                && List.of(other.getParameterTypes()).equals(List.of(method.getParameterTypes())));
    }

    private static StateMethod checked(StateMethod found) {
        Method method = found.method();
        Class<?>[] parameters = method.getParameterTypes();
        boolean fine = parameters.length == 0
                || (parameters.length == 1 && (parameters[0] == StateCall.class || parameters[0] == Map.class));
        if (!fine) {
            throw new ContractException(Problem.error("CONTRACT-STATE", "a @State method takes what it cannot be given")
                    .at(method.getDeclaringClass().getName() + "." + method.getName())
                    .found(parameters.length + " parameters")
                    .mend("let it take nothing, a StateCall, or a Map<String, Object>"));
        }
        method.setAccessible(true);
        return found;
    }
}

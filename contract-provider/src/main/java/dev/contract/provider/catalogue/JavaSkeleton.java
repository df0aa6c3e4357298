package dev.contract.provider.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Java to begin with: a class that adds a handler for each state to a verifier. It compiles as it stands; a handler that nobody has
 * filled in yet fails. Names from contracts become literals and comments, never code.
 */
public final class JavaSkeleton {
    private static final int MOST_USES = 3;
    private static final Set<ParameterType> TEXTS =
            EnumSet.of(ParameterType.STRING, ParameterType.INTEGER, ParameterType.NUMBER, ParameterType.BOOLEAN);

    private JavaSkeleton() {}

    /** A parameter as a local variable. */
    private record Variable(String type, String name, String value) {
        String declaration() {
            return type + " " + name + " = " + value + ";";
        }
    }

    /** The source of a class in the default package; its name is made of the provider's. */
    public static String of(String provider, List<CataloguedState> states) {
        String type = typeName(provider);
        String handlers = states.stream().map(JavaSkeleton::handler).collect(Collectors.joining("\n"));
        String imports = Stream.of(
                        "dev.contract.core.json.JsonValue", "dev.contract.provider.Verifier", "java.util.Optional")
                .filter(name -> name.endsWith("Verifier") || states.stream().anyMatch(state -> uses(state, name)))
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
        return """
                %s
                /** Brings the provider into the states that its consumers name. */
                final class %s {
                    private %s() {}

                    static Verifier addTo(Verifier verifier) {
                %s        return verifier;
                    }
                }
                """.formatted(imports, type, type, handlers.isEmpty() ? "" : handlers + "\n");
    }

    private static boolean uses(CataloguedState state, String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return variables(state).stream().anyMatch(each -> each.type().contains(simple));
    }

    private static String handler(CataloguedState state) {
        StringBuilder code = new StringBuilder();
        state.uses().stream().limit(MOST_USES).forEach(use -> line(code, 2, comment(use)));
        if (state.uses().size() > MOST_USES) {
            line(code, 2, "// and " + (state.uses().size() - MOST_USES) + " more");
        }
        line(code, 2, "verifier.state(" + literal(state.name()) + ", state -> {");
        variables(state).forEach(variable -> line(code, 3, variable.declaration()));
        line(code, 3, "throw new UnsupportedOperationException(\"nobody has written this handler yet\");");
        line(code, 2, "});");
        return code.toString();
    }

    private static void line(StringBuilder code, int depth, String text) {
        code.append("    ".repeat(depth)).append(text).append('\n');
    }

    private static List<Variable> variables(CataloguedState state) {
        Set<String> taken = new HashSet<>(Set.of("state", "verifier"));
        List<Variable> variables = new ArrayList<>();
        for (StateParameter parameter : state.parameters()) {
            variables.add(variable(parameter, variableName(parameter.name(), taken)));
        }
        return variables;
    }

    private static Variable variable(StateParameter parameter, String name) {
        String key = "(" + literal(parameter.name()) + ")";
        if (!parameter.always()) {
            return new Variable("Optional<JsonValue>", name, "state.value" + key);
        }
        if (parameter.types().equals(Set.of(ParameterType.INTEGER))) {
            return new Variable("long", name, "state.integer" + key);
        }
        if (parameter.types().equals(Set.of(ParameterType.BOOLEAN))) {
            return new Variable("boolean", name, "state.bool" + key);
        }
        return TEXTS.containsAll(parameter.types())
                ? new Variable("String", name, "state.string" + key)
                : new Variable("JsonValue", name, "state.value" + key + ".orElseThrow()");
    }

    private static String variableName(String parameter, Set<String> taken) {
        String capitals = capitals(parameter);
        String word = capitals.isEmpty()
                ? "value"
                : capitals.substring(0, 1).toLowerCase(Locale.ROOT) + capitals.substring(1);
        String start = Character.isDigit(word.charAt(0)) || SourceVersion.isKeyword(word) ? "the" + capitals : word;
        String free = start;
        for (int i = 2; !taken.add(free); i++) {
            free = start + i;
        }
        return free;
    }

    private static String typeName(String provider) {
        String name = capitals(provider);
        return (name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Provider" + name : name) + "States";
    }

    /** {@code user-id} as {@code UserId}; only letters and digits of ASCII stay. */
    private static String capitals(String text) {
        return Stream.of(text.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Two backslashes begin no escape: otherwise one could end the comment. */
    private static String comment(StateUse use) {
        String text = use.consumer() + ": \"" + use.interaction() + "\", " + use.place();
        return "// "
                + text.codePoints()
                        .mapToObj(c -> isPlain(c) ? (c == '\\' ? "\\\\" : Character.toString(c)) : "?")
                        .collect(Collectors.joining());
    }

    private static String literal(String text) {
        return "\"" + text.chars().mapToObj(JavaSkeleton::escaped).collect(Collectors.joining()) + "\"";
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> isPlain(c) ? Character.toString(c) : String.format("\\u%04x", c);
        };
    }

    /** Neither a control character nor one that turns the order of a line around. */
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

package dev.contract.consumer;

import dev.contract.consumer.recording.ClassDeclarations;
import dev.contract.consumer.recording.ContractFolder;
import dev.contract.consumer.recording.Declaration;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Set;

/** The code that started a stub or messages by itself, and in whose name the contract is written. Immutable. */
record Caller(Class<?> type, String method) {

    /** Whoever called the method that asks. */
    static Caller find() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.skip(2).findFirst().map(Caller::of).orElseThrow());
    }

    private static Caller of(StackFrame frame) {
        return new Caller(frame.getDeclaringClass(), frame.getMethodName());
    }

    /** Writes what was declared; as nobody can tell whether all of a class's tests ran, nothing is taken out of the contract. */
    void record(String consumer, String provider, List<? extends Interaction> interactions) {
        String test = type.getSimpleName() + "." + method;
        ClassDeclarations declarations = new ClassDeclarations(type, SpecVersion.V4);
        declarations.add(
                test,
                interactions.stream()
                        .map(each -> new Declaration(consumer, provider, each, test))
                        .toList());
        ContractFolder.of(type, "").record(declarations.end(false, Set.of()), SpecVersion.V4);
    }
}

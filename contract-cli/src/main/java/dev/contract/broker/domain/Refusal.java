package dev.contract.broker.domain;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.Map;

/** A request that the broker turns down, with the reason in words for the one who asked. */
public final class Refusal extends ContractException {
    private static final long serialVersionUID = 1;

    /** Why a request is turned down. */
    public enum Kind {
        /** What was asked about is not here. */
        UNKNOWN,
        /** The request contradicts what is kept already. */
        CONFLICT,
        /** The request cannot be meant like this. */
        INVALID,
        /** The request is well-formed, and must not be done. */
        FORBIDDEN_CHANGE
    }

    private final Kind kind;
    private final transient Map<String, List<String>> errors;
    private final transient List<Notice> notices;

    private Refusal(Kind kind, String what, Map<String, List<String>> errors, List<Notice> notices) {
        super(Problem.error("BROKER-" + kind.name().replace('_', '-'), what));
        this.kind = kind;
        this.errors = errors;
        this.notices = List.copyOf(notices);
    }

    public static Refusal unknown(String what) {
        return new Refusal(Kind.UNKNOWN, what, Map.of(), List.of());
    }

    public static Refusal conflict(String what) {
        return new Refusal(Kind.CONFLICT, what, Map.of(), List.of());
    }

    /** A conflict at a field of the request, with all that helps to understand it. */
    public static Refusal conflict(String field, String what, List<Notice> notices) {
        return new Refusal(Kind.CONFLICT, what, Map.of(field, List.of(what)), notices);
    }

    public static Refusal invalid(String field, String what) {
        return new Refusal(Kind.INVALID, what, Map.of(field, List.of(what)), List.of());
    }

    /** Everything that is wrong, by the field it is wrong in. */
    public static Refusal invalid(Map<String, List<String>> errors) {
        return new Refusal(Kind.INVALID, errors.toString(), errors, List.of());
    }

    public static Refusal forbiddenChange(String field, String what) {
        return new Refusal(Kind.FORBIDDEN_CHANGE, what, Map.of(field, List.of(what)), List.of());
    }

    public Kind kind() {
        return kind;
    }

    /** The reason in one sentence. */
    public String reason() {
        return problems().get(0).what();
    }

    /** The reasons by field of the request; empty when no field is to blame. */
    public Map<String, List<String>> errors() {
        return errors;
    }

    public List<Notice> notices() {
        return notices;
    }
}

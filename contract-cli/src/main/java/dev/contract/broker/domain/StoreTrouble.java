package dev.contract.broker.domain;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;

/** That the store cannot do its work now, through no fault of whoever asked: unless it is unsure, what was asked for was not done. */
public final class StoreTrouble extends ContractException {
    private static final long serialVersionUID = 1;

    /** What is missing. */
    public enum Kind {
        /** Room: what is kept can be read, and nothing can be added. */
        FULL,
        /** The database itself: it is started anew, or its network is away. */
        AWAY,
        /** An answer: the database was told to keep what was done, and went away before it said that it had. */
        UNSURE,
        /** A turn: others write, and went on for longer than anybody waits. */
        BUSY,
        /** The key for what is kept encrypted; everything else goes on. */
        LOCKED,
        /** Sense: something lies there that somebody has to look at. */
        DAMAGED
    }

    private final Kind kind;

    public StoreTrouble(Kind kind, Throwable cause) {
        super(
                switch (kind) {
                    case FULL ->
                        Problem.error("BROKER-STORE-FULL", "the database has no room left")
                                .mend(
                                        "make room on its disk, or remove old versions; until then contracts can be read, and not published");
                    case AWAY ->
                        Problem.error("BROKER-STORE-AWAY", "the database cannot be reached")
                                .mend("ask again in a moment");
                    case UNSURE ->
                        Problem.error(
                                        "BROKER-STORE-UNSURE",
                                        "the database went away before it said whether it kept what was done")
                                .mend("look whether it did, or do it again");
                    case BUSY ->
                        Problem.error("BROKER-STORE-BUSY", "others hold the database for too long")
                                .mend(
                                        "ask again in a moment; if it stays so, end the other process that has the file open");
                    case LOCKED, DAMAGED -> throw new IllegalArgumentException("say what is wrong", cause);
                },
                cause);
        this.kind = kind;
    }

    /** One that is known closely. */
    public StoreTrouble(Kind kind, Problem problem) {
        super(problem);
        this.kind = kind;
    }

    /** What is kept cannot be used as it lies there. */
    public StoreTrouble(List<Problem> damage) {
        super(damage);
        this.kind = Kind.DAMAGED;
    }

    public Kind kind() {
        return kind;
    }
}

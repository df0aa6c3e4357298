package dev.contract.core.generating;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.nodes.Choice;
import com.github.curiousoddman.rgxgen.nodes.FinalSymbol;
import com.github.curiousoddman.rgxgen.nodes.Group;
import com.github.curiousoddman.rgxgen.nodes.GroupRef;
import com.github.curiousoddman.rgxgen.nodes.Node;
import com.github.curiousoddman.rgxgen.nodes.NotSymbol;
import com.github.curiousoddman.rgxgen.nodes.Repeat;
import com.github.curiousoddman.rgxgen.nodes.Sequence;
import com.github.curiousoddman.rgxgen.nodes.SymbolSet;
import com.github.curiousoddman.rgxgen.visitors.NodeVisitor;
import java.util.HashMap;
import java.util.Map;

/** Measures the longest text an expression can make: {@code (a{9999}){9999}} is short to write. One thread at a time. */
final class RegexSize implements NodeVisitor {
    private static final double LONGEST = 100_000;

    private final int unbounded;
    private final Map<Integer, Double> groups = new HashMap<>();
    private double length;

    private RegexSize(int unbounded) {
        this.unbounded = unbounded;
    }

    /** @param unbounded how often {@code *} and {@code +} repeat at most */
    static boolean isFine(RgxGen maker, int unbounded) {
        RegexSize size = new RegexSize(unbounded);
        maker.visit(size);
        return size.length <= LONGEST;
    }

    static CannotGenerate tooLarge(String regex) {
        return CannotGenerate.because(
                "the regular expression stands for texts of more than " + (int) LONGEST + " characters",
                regex,
                "give its repetitions lower bounds");
    }

    private double of(Node node) {
        node.visit(this);
        return length;
    }

    @Override
    public void visit(SymbolSet node) {
        length = 1;
    }

    @Override
    public void visit(Choice node) {
        double longest = 0;
        for (Node each : node.getNodes()) {
            longest = Math.max(longest, of(each));
        }
        length = longest;
    }

    @Override
    public void visit(FinalSymbol node) {
        length = node.getValue().length();
    }

    @Override
    public void visit(Repeat node) {
        int times = node.getMax() < 0 ? node.getMin() + unbounded : node.getMax();
        length = of(node.getNode()) * times;
    }

    @Override
    public void visit(Sequence node) {
        double sum = 0;
        for (Node each : node.getNodes()) {
            sum += of(each);
        }
        length = sum;
    }

    @Override
    public void visit(NotSymbol node) {
        length = of(node.getNode());
    }

    @Override
    public void visit(GroupRef node) {
        length = groups.getOrDefault(node.getIndex(), 0.0);
    }

    @Override
    public void visit(Group node) {
        length = of(node.getNode());
        groups.put(node.getIndex(), length);
    }
}

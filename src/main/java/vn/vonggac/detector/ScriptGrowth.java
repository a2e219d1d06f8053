package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.EvaluatorException;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.Token;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.BigIntLiteral;
import org.mozilla.javascript.ast.InfixExpression;
import org.mozilla.javascript.ast.NumberLiteral;
import org.mozilla.javascript.ast.Spread;
import org.mozilla.javascript.ast.StringLiteral;
import org.mozilla.javascript.ast.TemplateLiteral;

/**
 * Rewrites {@code a + b} to {@code a + $meter$(b)}. Adding strings is one instruction however long they are, and
 * thirty doublings fill any memory; charging each right side bounds everything that addition can build.
 */
final class ScriptGrowth {

    static final String METER = "$meter$";

    private static final int SHORT = 200;

    private final List<Mark> marks = new ArrayList<>();

    private record Mark(int at, boolean opens) {}

    private ScriptGrowth() {}

    static String metered(String source, Context context) {
        CompilerEnvirons environs = new CompilerEnvirons();
        environs.initFromContext(context);
        ScriptGrowth growth = new ScriptGrowth();
        new Parser(environs).parse(source, "script", 1).visit(growth::visit);
        return growth.marks.isEmpty() ? source : growth.write(source);
    }

    private boolean visit(AstNode node) {
        switch (node) {
            case BigIntLiteral huge -> throw new EvaluatorException("unbounded number " + huge.getPosition());
            case InfixExpression sum when sum.getType() == Token.ADD || sum.getType() == Token.ASSIGN_ADD ->
                mark(sum.getRight());
            case Spread spread -> mark(spread.getExpression());
            case TemplateLiteral template -> template.getSubstitutions().forEach(this::mark);
            default -> {
            }
        }
        return true;
    }

    private void mark(AstNode node) {
        boolean small = node instanceof NumberLiteral
                || node instanceof StringLiteral text && text.getLength() < SHORT;
        if (!small) {
            marks.add(new Mark(node.getAbsolutePosition(), true));
            marks.add(new Mark(node.getAbsolutePosition() + node.getLength(), false));
        }
    }

    private String write(String source) {
        // at one place what closes comes before what opens; nesting of the same end or start does not matter
        marks.sort(Comparator.comparingInt(Mark::at).thenComparing(Mark::opens));
        StringBuilder metered = new StringBuilder(source.length() + marks.size() * 5);
        int from = 0;
        for (Mark mark : marks) {
            metered.append(source, from, mark.at()).append(mark.opens() ? METER + "(" : ")");
            from = mark.at();
        }
        return metered.append(source, from, source.length()).toString();
    }
}

package vn.vonggac.signature;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words as Lucene takes them. */
final class WordStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Words words;
    private int next;
    private int last = -1;

    WordStream(Words words) {
        this.words = words;
    }

    @Override
    public void reset() {
        next = 0;
        last = -1;
    }

    @Override
    public boolean incrementToken() {
        if (next >= words.count()) {
            return false;
        }
        clearAttributes();
        int from = words.from(next);
        term.copyBuffer(words.letters(), from, words.to(next) - from);
        offset.setOffset(words.start(next), words.end(next));
        step.setPositionIncrement(words.position(next) - last);
        last = words.position(next++);
        return true;
    }
}

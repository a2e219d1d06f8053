package vn.vonggac.page;

import java.io.Reader;

/**
 * A page handed to the parser until the deadline or the bound on tags: a parser cannot be interrupted, but it stops
 * where its input ends.
 */
final class BoundedInput extends Reader {

    private final String text;
    private final int mostTags;
    private final long deadline;
    private int next;
    private int tags;
    private boolean late;

    /** @param known how many tags there are, as far as they were counted before */
    BoundedInput(String text, int known, PageConfig config) {
        this.text = text;
        this.mostTags = known < config.nodes() / 2 ? Integer.MAX_VALUE : config.nodes();
        this.deadline = System.nanoTime() + config.deadline().toNanos();
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (next == text.length() || tags > mostTags || late) {
            return -1;
        }
        late = System.nanoTime() - deadline > 0;
        int end = Math.min(text.length(), next + length);
        text.getChars(next, end, buffer, offset);
        if (mostTags < Integer.MAX_VALUE) {
            count(end);
        }
        int read = end - next;
        next = end;
        return read;
    }

    private void count(int end) {
        for (int at = text.indexOf('<', next, end); at >= 0; at = text.indexOf('<', at + 1, end)) {
            tags++;
        }
    }

    void sayGaps(Gathered gathered) {
        if (next < text.length()) {
            gathered.gap(late ? Gap.Reason.DEADLINE : Gap.Reason.TOO_MANY_NODES, next + "/" + text.length());
        }
    }

    @Override
    public void close() {}
}

package vn.vonggac.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** One line that grows on a terminal, and nothing where there is none or only one thing is done. */
final class Progress {

    private final PrintWriter out;
    private final String what;
    private final int total;
    private final boolean shown;
    private final AtomicInteger done = new AtomicInteger();

    Progress(PrintWriter out, String what, int total) {
        this(out, what, total, System.console() != null && System.console().isTerminal());
    }

    Progress(PrintWriter out, String what, int total, boolean shown) {
        this.out = out;
        this.what = what;
        this.total = total;
        this.shown = shown && total > 1;
    }

    void step() {
        int now = done.incrementAndGet();
        if (shown && (now % 25 == 0 || now == total)) {
            out.printf("\r%s %d/%d", what, now, total);
            out.print(now == total ? "\n" : "");
            out.flush();
        }
    }
}

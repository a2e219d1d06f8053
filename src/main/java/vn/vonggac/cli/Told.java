package vn.vonggac.cli;

import java.io.PrintWriter;

/** What an errand says, on the console: lines, and on a terminal one line with a bar that grows. */
final class Told implements Teller {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean bar;
    private boolean open;

    Told(PrintWriter out) {
        this(out, System.console() != null && System.console().isTerminal());
    }

    Told(PrintWriter out, boolean bar) {
        this.out = out;
        this.bar = bar;
    }

    @Override
    public void says(String line) {
        out.print(open ? System.lineSeparator() : "");
        out.println(line);
        out.flush();
        open = false;
    }

    @Override
    public void comesAlong(long done, long all) {
        if (bar && all > 0) {
            int full = (int) (WIDTH * done / all);
            out.printf("\r[%s%s] %d %% (%d/%d)", "#".repeat(full), "-".repeat(WIDTH - full), 100 * done / all,
                    done, all);
            out.flush();
            open = true;
        }
    }
}

package vn.vonggac.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

    private final StringWriter out = new StringWriter();

    private void walk(int steps, boolean shown) {
        Progress progress = new Progress(new PrintWriter(out), "check", steps, shown);
        for (int i = 0; i < steps; i++) {
            progress.step();
        }
    }

    @Test
    void oneLineGrowsAndEnds() {
        walk(60, true);
        assertThat(out.toString()).isEqualTo("\rcheck 25/60\rcheck 50/60\rcheck 60/60\n");
    }

    @Test
    void nothingIsSaidOfOneThingOrWhereThereIsNoTerminal() {
        walk(1, true);
        walk(60, false);
        assertThat(out.toString()).isEmpty();
    }
}

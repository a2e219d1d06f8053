package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Seen;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.View;
import vn.vonggac.visit.Onlooker;
import vn.vonggac.watch.CheckStep.Kind;

/**
 * One check being carried out: each step is written down as it is taken, and the answer to the writing says whether
 * anybody still waits. The thread is never interrupted: an interrupted thread closes the embedded database's files.
 */
final class CheckRun implements Onlooker {

    private final CheckRow row;
    private final CheckLog log;
    private final List<CheckStep> steps;
    private boolean calledOff;
    private String asking = "";
    private int number;
    private int of;

    CheckRun(CheckRow row, CheckLog log) {
        this.row = row;
        this.log = log;
        this.steps = new ArrayList<>(log.steps(row));
        say(CheckStep.of(row.attempts() > 1 ? Kind.BEGUN_AGAIN : Kind.BEGUN));
    }

    CheckRow row() {
        return row;
    }

    Instant now() {
        return log.now();
    }

    long millisSince(Instant began) {
        return Duration.between(began, now()).toMillis();
    }

    @Override
    public boolean goesOn() {
        return !calledOff;
    }

    private void say(CheckStep step) {
        steps.add(step);
        calledOff |= !log.steps(row, steps);
    }

    /** Pages of a site are told one by one, views only where a page stands alone. */
    private void sayOfView(CheckStep step) {
        if (row.pages() == 1) {
            say(step);
        }
    }

    @Override
    public void asks(View view, int which, int all) {
        asking = view.id();
        number = which;
        of = all;
        sayOfView(new CheckStep(Kind.ASKING, asking, number, of, "", ""));
    }

    @Override
    public void came(FetchResult result) {
        String outcome = Words.outcome(result);
        sayOfView(new CheckStep(Kind.CAME, asking, number, of,
                outcome.isEmpty() ? String.valueOf(result.exchange().status()) : outcome,
                CheckedView.cut(result.exchange().finalUrl())));
    }

    @Override
    public void reads(String view) {
        sayOfView(new CheckStep(Kind.READING, view, 0, 0, "", ""));
    }

    @Override
    public void read(Seen seen) {
        sayOfView(new CheckStep(Kind.READ, seen.view(), 0, 0, "", CheckedView.cut(seen.content().title())));
    }

    @Override
    public void judges() {
        sayOfView(CheckStep.of(Kind.DETECTING));
    }

    /** A page of a site is looked at; what there is so far can be read already. */
    void page(CheckResult soFar, int all) {
        CheckedPage last = soFar.pages().getLast();
        log.partial(row, soFar);
        say(new CheckStep(Kind.PAGE, "", soFar.pages().size(), all, Slug.of(last.verdict()),
                CheckedView.cut(last.url())));
    }

    Optional<byte[]> given() {
        return log.given(row);
    }

    void done(CheckResult result) {
        log.finish(row, result, Check.State.DONE);
    }

    void failed() {
        log.finish(row, CheckResult.NOTHING, Check.State.FAILED);
    }
}

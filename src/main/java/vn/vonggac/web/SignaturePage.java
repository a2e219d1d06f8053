package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A draft of a signature: what stands in the form, what is wrong with it, and what it would find today. */
public record SignaturePage(Form form, List<String> problems, Optional<DryRun> dryRun) {

    public SignaturePage {
        problems = List.copyOf(problems);
    }

    /** On how many portals and pages it would hit now, how many of these nothing flags yet or a person closed as false. */
    public record DryRun(long portals, long pages, long unflagged, long closedAsFalse,
            Optional<Instant> reach) {}
}

package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.watch.Asked;
import vn.vonggac.watch.Check;
import vn.vonggac.watch.CheckResult;
import vn.vonggac.watch.Checks;
import vn.vonggac.watch.Since;

/** Reads what the box asks for, and gathers what the page of a check shows. */
@Singleton
final class CheckPages {

    private static final int LONGEST_TEXT = 200_000;

    private final Checks checks;

    CheckPages(Checks checks) {
        this.checks = checks;
    }

    Listing<Check> mine(Desk desk) {
        long total = checks.of(desk.who(), 1, 0).total();
        return Listing.of(desk.address(), total, (size, skip) -> checks.of(desk.who(), size, skip).rows());
    }

    /** What the form asks for; nothing, and a reason beside the field, where there is nothing to look at. */
    Optional<Asked> asked(Form form) {
        Optional<Upload> file = form.upload("file");
        String what = form.typed("what");
        String depth = form.typed("depth");
        if (file.isEmpty() && what.isBlank() && form.sound()) {
            form.reject("what", "web.problem.nothing-to-check");
        } else if (what.length() > LONGEST_TEXT) {
            form.reject("what", "web.problem.long", LONGEST_TEXT, what.length());
        }
        if (!depth.isEmpty() && !depth.equals("site")) {
            form.reject("depth", "web.problem.choice");
        }
        int pages = depth.equals("site") ? checks.mostPages() : 1;
        return form.sound()
                ? Optional.of(file.map(upload -> Asked.file(upload.name(), upload.bytes()))
                        .orElseGet(() -> Asked.pasted(what, pages)))
                : Optional.empty();
    }

    /** The box as it was filled for this check. */
    Map<String, String> filled(Desk desk, String id) {
        return checks.find(desk.who(), desk.scope(), id)
                .map(check -> Map.of("what", check.target(), "depth", check.site() ? "site" : ""))
                .orElse(Map.of());
    }

    Optional<CheckPage> of(Desk desk, String id) {
        return checks.find(desk.who(), desk.scope(), id).map(check -> page(desk, check));
    }

    private CheckPage page(Desk desk, Check check) {
        long before = check.state() == Check.State.QUEUED
                ? checks.before(desk.who(), desk.scope(), check.id())
                : 0;
        CheckResult result = checks.result(desk.who(), desk.scope(), check.id());
        Optional<Since> since = Optional.of(check).filter(done -> done.state() == Check.State.DONE)
                .filter(done -> !done.earlier().isEmpty())
                .flatMap(done -> checks.find(desk.who(), desk.scope(), done.earlier()))
                .filter(earlier -> earlier.state() == Check.State.DONE)
                .map(earlier -> Since.of(checks.result(desk.who(), desk.scope(), earlier.id()), result));
        return new CheckPage(check, CheckProgress.of(check, before), result, since, "/check/" + check.id());
    }
}

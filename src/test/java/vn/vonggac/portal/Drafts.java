package vn.vonggac.portal;

import java.util.List;

/** Drafts with what a test does not care about filled in. */
final class Drafts {

    private Drafts() {}

    static AgencyDraft agency(String code) {
        return agency(code, "");
    }

    static AgencyDraft agency(String code, String parent) {
        return new AgencyDraft(code, "Cơ quan " + code, parent, "", "", "", "", "", "", "", "");
    }

    static PortalDraft portal(String home, String agency) {
        return portal(home, agency, "", "");
    }

    static PortalDraft portal(String home, String agency, String parent, String tags) {
        return new PortalDraft("Cổng " + home, home, agency, parent, "", "", "", "", "", tags, "", "", "",
                "");
    }

    static <T> T saved(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Saved<T>(T value) -> value;
            case Outcome.Rejected<T>(List<Problem> problems) -> throw new AssertionError(problems);
            case Outcome.Absent<T>(),Outcome.Stale<T>() -> throw new AssertionError(outcome);
        };
    }

    /** As {@code field: key}, the package's prefix left out. */
    static List<String> problems(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?>(List<Problem> problems)
                ? problems.stream()
                        .map(problem -> problem.field() + ": "
                                + problem.messageKey().replace("portal.problem.", ""))
                        .toList()
                : List.of(outcome.toString());
    }
}

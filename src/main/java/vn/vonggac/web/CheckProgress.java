package vn.vonggac.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vonggac.watch.Check;
import vn.vonggac.watch.CheckStep;

/**
 * How far a check is, as its page tells it: one sentence, a share of a hundred, and a line for each view or page.
 *
 * @param arguments what the sentence is filled with; a view's word comes first where there is one
 */
public record CheckProgress(String sentence, String view, List<Object> arguments, int percent,
        List<Line> lines) {

    private static final int ASKED_SHARE = 75;
    private static final int READING = 80;
    private static final int DETECTING = 95;

    public CheckProgress {
        arguments = List.copyOf(arguments);
        lines = List.copyOf(lines);
    }

    /** What one view or page has come to: nothing yet, a status, a reason, or a page's verdict. */
    public record Line(String view, String word, String address, String title) {

        public boolean answered() {
            return word.matches("\\d{3}");
        }
    }

    static CheckProgress of(Check check, long before) {
        if (check.state() == Check.State.QUEUED) {
            return new CheckProgress("queued", "", List.of(before), 0, List.of());
        }
        List<Line> lines = check.site() ? pages(check) : views(check);
        return check.lastStep().map(step -> at(step, lines))
                .orElse(new CheckProgress("begun", "", List.of(), 0, lines));
    }

    private static CheckProgress at(CheckStep step, List<Line> lines) {
        List<Object> count = List.of(step.number(), step.of());
        return switch (step.kind()) {
            case QUEUED, BEGUN -> new CheckProgress("begun", "", List.of(), 1, lines);
            case BEGUN_AGAIN -> new CheckProgress("begun-again", "", List.of(), 1, lines);
            case ASKING -> new CheckProgress("asking", step.view(), count,
                    ASKED_SHARE * (step.number() - 1) / step.of(), lines);
            case CAME -> new CheckProgress("came", step.view(), count,
                    ASKED_SHARE * step.number() / step.of(), lines);
            case READING, READ -> new CheckProgress("reading", step.view(), List.of(), READING, lines);
            case DETECTING -> new CheckProgress("detecting", "", List.of(), DETECTING, lines);
            case PAGE -> new CheckProgress("page", "", count, 100 * step.number() / step.of(), lines);
        };
    }

    /** What each view sees as it arrives; a check that was begun again begins its list again. */
    private static List<Line> views(Check check) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (CheckStep step : check.steps()) {
            switch (step.kind()) {
                case BEGUN_AGAIN -> lines.clear();
                case ASKING -> lines.put(step.view(), new Line(step.view(), "", "", ""));
                case CAME -> lines.put(step.view(), new Line(step.view(), step.word(), step.text(), ""));
                case READ -> lines.computeIfPresent(step.view(),
                        (view, line) -> new Line(view, line.word(), line.address(), step.text()));
                case QUEUED, BEGUN, READING, DETECTING, PAGE -> {
                }
            }
        }
        return List.copyOf(lines.values());
    }

    private static List<Line> pages(Check check) {
        List<Line> lines = new ArrayList<>();
        for (CheckStep step : check.steps()) {
            if (step.kind() == CheckStep.Kind.BEGUN_AGAIN) {
                lines.clear();
            } else if (step.kind() == CheckStep.Kind.PAGE) {
                lines.addFirst(new Line("", step.word(), step.text(), ""));
            }
        }
        return lines;
    }
}

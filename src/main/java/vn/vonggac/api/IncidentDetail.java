package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.Bout;
import vn.vonggac.incident.Clock;
import vn.vonggac.incident.Evidence;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Moment;
import vn.vonggac.incident.PageState;
import vn.vonggac.incident.Step;

/**
 * An incident with what was found, what was done and what is due.
 *
 * @param steps what was done, the first first
 * @param clocks its deadlines
 * @param moments T0 and what came since: noticed, acknowledged, contained, restored, closed
 * @param earlier the times it was over before it came back
 */
@Serdeable
@Schema(name = "IncidentDetail")
record IncidentDetail(IncidentItem incident, List<PageLine> pages, List<FindingLine> findings,
        List<StepLine> steps, List<ClockLine> clocks, List<MomentLine> moments, List<BoutLine> earlier) {

    IncidentDetail {
        pages = List.copyOf(pages);
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
        clocks = List.copyOf(clocks);
        moments = List.copyOf(moments);
        earlier = List.copyOf(earlier);
    }

    /**
     * A page that shows it, or did.
     *
     * @param cleanAt when it was last found clean since
     * @param restoredAt when it first said again what it normally says since
     */
    @Serdeable
    @Schema(name = "IncidentPage")
    record PageLine(String url, Instant firstSeen, Instant lastSeen, @Nullable Instant cleanAt,
            @Nullable Instant restoredAt) {

        static PageLine of(String url, PageState state) {
            return new PageLine(url, state.firstSeen(), state.lastSeen(), state.cleanAt().orElse(null),
                    state.restoredAt().orElse(null));
        }
    }

    /**
     * What was found, when it was first seen. The quote is what the portal's page said: never markup to show as it is.
     *
     * @param message for people, in the language of the request
     */
    @Serdeable
    @Schema(name = "IncidentFinding")
    record FindingLine(String page, Instant at, String detector, String family, String severity,
            double confidence, String view, String place, String quote, String message, List<String> hosts) {

        FindingLine {
            hosts = List.copyOf(hosts);
        }

        static FindingLine of(Messages messages, Evidence evidence) {
            Finding finding = evidence.finding();
            return new FindingLine(evidence.page(), evidence.at(), finding.detector(),
                    Slug.of(finding.family()), Slug.of(finding.severity()), finding.confidence(),
                    finding.view(), finding.place().describe(), finding.quote(),
                    messages.text(finding.message(), finding.arguments()), finding.hosts());
        }
    }

    /** Who did what, when, with which words. */
    @Serdeable
    @Schema(name = "IncidentStep")
    record StepLine(Instant at, String who, String deed, String note) {

        static StepLine of(Step step) {
            return new StepLine(step.at(), step.actor(), step.deed().id(), step.note());
        }
    }

    /** A deadline, and when it was met, if it was. */
    @Serdeable
    @Schema(name = "IncidentClock")
    record ClockLine(String clock, Instant due, @Nullable Instant stopped) {

        static ClockLine of(Clock.Reading reading) {
            return new ClockLine(reading.clock().id(), reading.due(), reading.stopped().orElse(null));
        }
    }

    /** A moment that a report asks for, and who set it. */
    @Serdeable
    @Schema(name = "IncidentMoment")
    record MomentLine(String moment, Instant at, String who) {

        static MomentLine of(Moment moment) {
            return new MomentLine(moment.id(), moment.at(), moment.who());
        }
    }

    /** A time at which it showed, until it was closed. */
    @Serdeable
    @Schema(name = "IncidentBout")
    record BoutLine(Instant t0, Instant lastSeen, Instant closedAt) {

        static BoutLine of(Bout bout) {
            return new BoutLine(bout.t0(), bout.lastSeen(), bout.closedAt());
        }
    }

    static IncidentDetail of(Messages messages, Incident incident, List<Step> log,
            List<Clock.Reading> clocks) {
        return new IncidentDetail(IncidentItem.of(incident),
                incident.pages().entrySet().stream()
                        .map(page -> PageLine.of(page.getKey(), page.getValue())).toList(),
                incident.evidence().stream().map(evidence -> FindingLine.of(messages, evidence)).toList(),
                log.stream().map(StepLine::of).toList(), clocks.stream().map(ClockLine::of).toList(),
                Moment.of(incident, log).stream().map(MomentLine::of).toList(),
                incident.timeline().earlier().stream().map(BoutLine::of).toList());
    }
}

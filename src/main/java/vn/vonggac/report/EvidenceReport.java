package vn.vonggac.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.Evidence;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Moment;
import vn.vonggac.incident.Step;
import vn.vonggac.notify.Letter;
import vn.vonggac.page.Inert;

/** What the report in an evidence file says. */
final class EvidenceReport {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss")
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Messages messages;
    private final Incident incident;
    private final String portal;
    private final List<Step> log;
    private final List<Letter> letters;
    private final List<KeptBytes> kept;
    private final List<Attached> attached;

    EvidenceReport(Messages messages, Incident incident, String portal, List<Step> log, List<Letter> letters,
            List<KeptBytes> kept, List<Attached> attached) {
        this.messages = messages;
        this.incident = incident;
        this.portal = portal;
        this.log = List.copyOf(log);
        this.letters = List.copyOf(letters);
        this.kept = List.copyOf(kept);
        this.attached = List.copyOf(attached);
    }

    List<Block> blocks(Instant now, String fingerprint) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(say("title", incident.id())));
        blocks.add(facts());
        part(blocks, "findings", findings());
        part(blocks, "pages", pages());
        part(blocks, "timeline", timeline());
        if (!letters.isEmpty()) {
            part(blocks, "letters", letters());
        }
        part(blocks, "copies", copies());
        if (!attached.isEmpty()) {
            part(blocks, "attachments", attachments());
        }
        blocks.add(new Block.Paragraph(say("signed", EXACT.format(now), fingerprint)));
        blocks.add(new Block.Paragraph(say("limit")));
        return List.copyOf(blocks);
    }

    private void part(List<Block> blocks, String heading, Block.Table table) {
        blocks.add(new Block.Heading(say(heading)));
        blocks.add(table);
    }

    private Block.Table facts() {
        List<List<String>> rows = new ArrayList<>(
                List.of(List.of(say("portal"), portal), List.of(say("kind"),
                        messages.text("incident.kind." + incident.kind().id())),
                        List.of(say("severity"), messages.text("incident.severity."
                                + incident.severity().name().toLowerCase(java.util.Locale.ROOT))),
                        List.of(say("last"), EXACT.format(incident.timeline().lastSeen())),
                        List.of(say("domains"), Inert.address(String.join(", ",
                                incident.cause().domains().stream().sorted().toList())))));
        Moment.of(incident, log).forEach(moment -> rows.add(
                List.of(messages.text("incident.moment." + moment.id()), EXACT.format(moment.at())
                        + (moment.who().isEmpty() ? "" : " · " + moment.who()))));
        incident.timeline().earlier().forEach(bout -> rows.add(List.of(say("bout"),
                EXACT.format(bout.t0()) + " – " + EXACT.format(bout.closedAt()))));
        return new Block.Table(List.of(), rows);
    }

    private Block.Table findings() {
        return new Block.Table(List.of(say("found"), say("quote"), say("where")),
                incident.evidence().stream().sorted(Comparator.comparing(Evidence::at)).map(this::finding)
                        .toList());
    }

    private List<String> finding(Evidence evidence) {
        Finding finding = evidence.finding();
        return List.of(messages.text(finding.message(), finding.arguments()), finding.quote(),
                String.join(" · ", Inert.address(evidence.page()), finding.view(),
                        Integer.toString(finding.place().line()), finding.place().path(),
                        EXACT.format(evidence.at())));
    }

    private Block.Table pages() {
        return new Block.Table(List.of(say("page"), say("first"), say("last")),
                incident.pages().entrySet().stream()
                        .map(page -> List.of(Inert.address(page.getKey()),
                                EXACT.format(page.getValue().firstSeen()),
                                EXACT.format(page.getValue().lastSeen())))
                        .toList());
    }

    private Block.Table timeline() {
        return new Block.Table(List.of(say("at"), say("who"), say("deed")), log.stream()
                .map(step -> List.of(EXACT.format(step.at()), step.who(),
                        step.done(messages) + " " + step.noted(messages)))
                .toList());
    }

    private Block.Table letters() {
        return new Block.Table(List.of(say("at"), say("who"), say("letter")), letters.stream()
                .map(letter -> List.of(EXACT.format(letter.writtenAt()), letter.author(),
                        String.join("\n", letter.addressee() + " <" + letter.address() + ">",
                                letter.subject(), "", letter.body())))
                .toList());
    }

    private Block.Table copies() {
        return new Block.Table(List.of("SHA-256", say("when"), say("where")), kept.stream()
                .map(copy -> List.of(copy.hash(), say("when." + copy.when()) + ", "
                        + say("state." + copy.state()),
                        String.join(" · ", Inert.address(copy.page()), copy.view(), EXACT.format(copy.at()))))
                .toList());
    }

    private Block.Table attachments() {
        return new Block.Table(List.of("SHA-256", say("attachment"), say("where")), attached.stream()
                .map(each -> List.of(each.file().hash(),
                        each.file().name() + " · " + each.file().size() + " B",
                        String.join(" · ", each.place(), say("state." + each.state()),
                                each.file().author(), EXACT.format(each.file().at()))))
                .toList());
    }

    private String say(String key, Object... arguments) {
        return messages.text("report.evidence." + key, arguments);
    }
}

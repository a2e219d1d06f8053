package vn.vonggac.demo;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import vn.vonggac.account.May;
import vn.vonggac.audit.Slug;
import vn.vonggac.demo.Ledger.Line;
import vn.vonggac.demo.Ledger.State;
import vn.vonggac.web.Board;
import vn.vonggac.web.Board.Cell;
import vn.vonggac.web.Boards;
import vn.vonggac.web.Desk;

/** The panel: what was done when, and whether the watch has noticed. */
@Controller(value = "/demo", produces = MediaType.TEXT_HTML)
@Requires(env = "demo")
@Secured(May.READ)
@Hidden
final class DemoController {

    private static final List<String> COLUMNS = List.of("demo.column.when", "demo.column.what",
            "demo.column.where", "demo.column.noticed", "demo.column.took");

    private final Demo demo;
    private final Boards boards;
    private final InstantSource time;

    DemoController(Demo demo, Boards boards, InstantSource time) {
        this.demo = demo;
        this.boards = boards;
        this.time = time;
    }

    /** The panel's place in the menu. */
    @Factory
    @Requires(env = "demo")
    static final class Entry {

        @Bean
        Board.Entry entry() {
            return new Board.Entry("/demo", "play", "demo.nav");
        }
    }

    @Get
    HttpResponse<String> panel(Desk desk) {
        Instant now = time.instant();
        List<Line> lines = demo.ledger().map(ledger -> ledger.lines(now)).orElse(List.of());
        long unexplained = demo.ledger().map(ledger -> ledger.unexplained().size()).orElse(0);
        return boards.show(desk,
                new Board(desk.say("demo.title"), "demo.help", lead(desk, lines, unexplained),
                        COLUMNS.stream().map(desk::say).toList(),
                        lines.stream().map(line -> row(desk, line)).toList()));
    }

    private static List<String> lead(Desk desk, List<Line> lines, long unexplained) {
        return List.of(desk.say("demo.lead"), desk.say("demo.lead-story"), lines.isEmpty()
                ? desk.say("demo.nothing-yet")
                : desk.say("demo.so-far", count(lines, State.FOUND), count(lines, State.WAITING),
                        count(lines, State.MISSED), count(lines, State.FALSE_ALARM) + unexplained));
    }

    private static long count(List<Line> lines, State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    private static List<Cell> row(Desk desk, Line line) {
        Cell noticed = Cell.marked(desk.say("demo.state." + Slug.of(line.state())), symbol(line.state()),
                tone(line.state()));
        return List.of(Cell.at(line.at()), Cell.words(desk.say("demo.act." + line.scene().act().id())),
                Cell.words(line.scene().site().name()).to("/portals/" + line.scene().site().portal()),
                line.incident() == 0 ? noticed : noticed.to("/incidents/" + line.incident()),
                Cell.words(line.took().map(took -> took(desk, took)).orElse("")));
    }

    private static String took(Desk desk, Duration took) {
        return took.toMinutes() == 0
                ? desk.say("demo.seconds", took.toSeconds())
                : desk.say("demo.minutes", took.toMinutes(), took.toSecondsPart());
    }

    private static String symbol(State state) {
        return switch (state) {
            case FOUND, PROVED, CLOSED, CALM -> "ok";
            case WAITING -> "clock";
            case MISSED, FALSE_ALARM -> "bad";
        };
    }

    private static String tone(State state) {
        return switch (state) {
            case FOUND, PROVED, CLOSED, CALM -> "safe";
            case WAITING -> "suspicious";
            case MISSED, FALSE_ALARM -> "compromised";
        };
    }
}

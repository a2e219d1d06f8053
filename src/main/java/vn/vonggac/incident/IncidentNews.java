package vn.vonggac.incident;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was done to incidents and was not told yet. Each line of a log is put here with the line itself, so that none
 * is missed; whoever takes one does so in the transaction in which they write what becomes of it, so that none is
 * lost. No order of numbers is relied on: transactions end in another order than they begin.
 */
@Singleton
public class IncidentNews {

    private final NewsRows rows;

    IncidentNews(NewsRows rows) {
        this.rows = rows;
    }

    /** A line of an incident's log with its number. */
    public record Line(long number, long incident, Step step) {}

    /** Takes the eldest, by incident. */
    @Transactional
    public Map<Long, List<Line>> take(int most) {
        List<Long> taken = rows.eldest(most).stream().map(NewsRow::stepId)
                .filter(step -> rows.take(step) == 1).toList();
        return taken.isEmpty()
                ? Map.of()
                : rows.steps(taken).stream()
                        .map(row -> new Line(row.id(), row.incidentId(), row.step()))
                        .collect(Collectors.groupingBy(Line::incident, LinkedHashMap::new,
                                Collectors.toList()));
    }

    /** How many lines nobody took. */
    public long waiting() {
        return rows.waiting();
    }
}

package vn.vonggac.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.vonggac.detect.Severity;

/** Incidents on several portals that share what was planted, as far as its reader may see them; the first first. */
public record Campaign(long id, List<Member> members, List<Shared> hosts) {

    public Campaign {
        members = List.copyOf(members);
        hosts = List.copyOf(hosts);
    }

    /** An incident of it, since when it belongs to it and why; {@code shared} says what it shares. */
    public record Member(long incident, long portal, Kind kind, Status status, Severity severity, int pages,
            Instant t0, Instant lastSeen, Instant joinedAt, Reason reason, String shared, Set<String> hosts) {

        public Member {
            hosts = Set.copyOf(hosts);
        }

        public boolean active() {
            return status.active();
        }
    }

    /** Why an incident belongs to a campaign. */
    public enum Reason {
        HOST, FILE, SCRIPT, TEXT, HAND
    }

    /** A planted domain and on how many portals it was seen. */
    public record Shared(String host, long portals) {}

    public Instant first() {
        return members.stream().map(Member::t0).min(Comparator.naturalOrder()).orElseThrow();
    }

    public Instant last() {
        return members.stream().map(Member::lastSeen).max(Comparator.naturalOrder()).orElseThrow();
    }

    public Set<Long> portals() {
        return members.stream().map(Member::portal).collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean active() {
        return members.stream().anyMatch(Member::active);
    }

    public int pages() {
        return members.stream().mapToInt(Member::pages).sum();
    }

    static Campaign of(long id, List<Member> members) {
        List<Shared> hosts = members.stream().flatMap(member -> member.hosts().stream()).distinct()
                .map(host -> new Shared(host, members.stream().filter(member -> member.hosts().contains(host))
                        .map(Member::portal).distinct().count()))
                .sorted(Comparator.comparing((Shared shared) -> -shared.portals())
                        .thenComparing(Shared::host))
                .toList();
        return new Campaign(id, members, hosts);
    }
}

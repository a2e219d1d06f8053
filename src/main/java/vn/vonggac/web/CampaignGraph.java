package vn.vonggac.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Portals on the left, what was planted on them on the right, a line where they meet. Each side is ordered so that lines
 * lie near to level, which keeps fifty names readable; what is beyond that is counted.
 */
public record CampaignGraph(int height, List<Node> portals, List<Node> hosts, List<Edge> edges, int more) {

    public static final int WIDTH = 820;
    public static final int LEFT = 330;
    public static final int RIGHT = 520;

    private static final int ROW = 20;
    private static final int MOST = 40;
    private static final int SWEEPS = 4;

    public CampaignGraph {
        portals = List.copyOf(portals);
        hosts = List.copyOf(hosts);
        edges = List.copyOf(edges);
    }

    /** A name at a height. */
    public record Node(String label, int y, String address) {}

    /** A line between a portal and a host. */
    public record Edge(int from, int to) {

        public String path() {
            int middle = (LEFT + RIGHT) / 2;
            return "M" + LEFT + " " + from + "C" + middle + " " + from + " " + middle + " " + to + " " + RIGHT
                    + " "
                    + to;
        }
    }

    static CampaignGraph of(Map<Long, Set<String>> planted, Function<Long, String> name) {
        Map<Long, Set<String>> shown = new TreeMap<>();
        planted.entrySet().stream()
                .sorted(Comparator
                        .comparing((Map.Entry<Long, Set<String>> entry) -> -entry.getValue().size()))
                .limit(MOST).forEach(entry -> shown.put(entry.getKey(), entry.getValue()));
        Map<String, Set<Long>> byHost = new TreeMap<>();
        shown.forEach((portal, hosts) -> hosts
                .forEach(host -> byHost.computeIfAbsent(host, key -> new TreeSet<>()).add(portal)));
        List<String> hosts = byHost.keySet().stream()
                .sorted(Comparator.comparing((String host) -> -meeting(byHost, host).size())
                        .thenComparing(Function.identity()))
                .limit(MOST).collect(Collectors.toCollection(ArrayList::new));
        List<Long> portals = new ArrayList<>(shown.keySet());
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order(portals, shown, hosts);
            order(hosts, byHost, portals);
        }
        int left = planted.size() - portals.size() + byHost.size() - hosts.size();
        return drawn(portals, hosts, shown, name, left);
    }

    /** Each goes to where, on average, those stand that it meets. */
    private static <A, B> void order(List<A> these, Map<A, Set<B>> meets, List<B> others) {
        Map<A, Double> middle = these.stream().collect(Collectors.toMap(Function.identity(),
                one -> meeting(meets, one).stream().mapToInt(others::indexOf).filter(place -> place >= 0)
                        .average()
                        .orElse(others.size())));
        these.sort(Comparator.comparing(middle::get));
    }

    private static CampaignGraph drawn(List<Long> portals, List<String> hosts, Map<Long, Set<String>> planted,
            Function<Long, String> name, int more) {
        int height = ROW * Math.max(2, Math.max(portals.size(), hosts.size()));
        List<Edge> edges = new ArrayList<>();
        List<Node> left = new ArrayList<>();
        for (int i = 0; i < portals.size(); i++) {
            int y = place(i, portals.size(), height);
            left.add(new Node(name.apply(portals.get(i)), y, "/portals/" + portals.get(i)));
            meeting(planted, portals.get(i)).stream().map(hosts::indexOf).filter(place -> place >= 0).sorted()
                    .forEach(host -> edges.add(new Edge(y, place(host, hosts.size(), height))));
        }
        List<Node> right = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            right.add(new Node(hosts.get(i), place(i, hosts.size(), height), ""));
        }
        return new CampaignGraph(height, left, right, edges, more);
    }

    private static <A, B> Set<B> meeting(Map<A, Set<B>> meets, A one) {
        return meets.getOrDefault(one, Set.of());
    }

    private static int place(int number, int of, int height) {
        return (2 * number + 1) * height / (2 * of);
    }
}

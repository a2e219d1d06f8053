package vn.vonggac.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import vn.vonggac.portal.Agency;

/** The agencies somebody may see, each below the one it belongs to; one whose parent is out of sight is a root. */
final class AgencyTree {

    private static final String STEP = "\u2003";

    private final List<Agency> roots = new ArrayList<>();
    private final Map<Long, List<Agency>> below = new HashMap<>();

    AgencyTree(List<Agency> agencies) {
        Map<Long, Agency> known = agencies.stream()
                .collect(Collectors.toMap(Agency::id, Function.identity()));
        for (Agency agency : agencies) {
            Long parent = agency.parentId();
            if (parent != null && known.containsKey(parent)) {
                below.computeIfAbsent(parent, id -> new ArrayList<>()).add(agency);
            } else {
                roots.add(agency);
            }
        }
    }

    List<AgencyNode> nodes(ToLongFunction<Agency> portals, Function<Agency, String> validity) {
        return nodes(roots, portals, validity);
    }

    private List<AgencyNode> nodes(List<Agency> agencies, ToLongFunction<Agency> portals,
            Function<Agency, String> validity) {
        return agencies.stream()
                .map(agency -> new AgencyNode(agency.id(), agency.code(), agency.name(), agency.dutyPhone(),
                        portals.applyAsLong(agency), validity.apply(agency),
                        nodes(below.getOrDefault(agency.id(), List.of()), portals, validity)))
                .toList();
    }

    /** For a select: in the order of the tree, indented, each with the value that the form sends. */
    List<Choice> choices(Function<Agency, String> value) {
        List<Choice> choices = new ArrayList<>();
        add(choices, roots, "", value);
        return choices;
    }

    private void add(List<Choice> choices, List<Agency> agencies, String indent,
            Function<Agency, String> value) {
        for (Agency agency : agencies) {
            choices.add(new Choice(value.apply(agency), indent + agency.name()));
            add(choices, below.getOrDefault(agency.id(), List.of()), indent + STEP, value);
        }
    }
}

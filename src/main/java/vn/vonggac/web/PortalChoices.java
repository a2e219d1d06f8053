package vn.vonggac.web;

import java.util.List;

/** What a portal's form offers to choose from. */
public record PortalChoices(List<Choice> agencies, List<String> parents, List<String> hostings,
        List<Choice> rhythms,
        List<Choice> levels, List<Choice> labels, List<Choice> probing) {

    public PortalChoices {
        agencies = List.copyOf(agencies);
        parents = List.copyOf(parents);
        hostings = List.copyOf(hostings);
        rhythms = List.copyOf(rhythms);
        levels = List.copyOf(levels);
        labels = List.copyOf(labels);
        probing = List.copyOf(probing);
    }
}

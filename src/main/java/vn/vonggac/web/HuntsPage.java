package vn.vonggac.web;

import java.util.List;
import java.util.Map;
import vn.vonggac.corpus.HuntHit;
import vn.vonggac.corpus.SavedHunt;

/** The queries that somebody watches, and what each has found on the portals they may see. */
public record HuntsPage(List<SavedHunt> hunts, List<HuntHit> hits, Map<Long, String> portals, Form form) {

    public HuntsPage {
        hunts = List.copyOf(hunts);
        hits = List.copyOf(hits);
        portals = Map.copyOf(portals);
    }

    public List<HuntHit> of(SavedHunt hunt) {
        return hits.stream().filter(hit -> hit.huntId() == hunt.id()).toList();
    }
}

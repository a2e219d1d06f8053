package vn.vonggac.web;

import java.util.List;

/** An agency with those below it, as the tree shows it. {@code ended} names its successor, or nothing. */
public record AgencyNode(long id, String code, String name, String dutyPhone, long portals, String validity,
        List<AgencyNode> below) {

    public AgencyNode {
        below = List.copyOf(below);
    }
}

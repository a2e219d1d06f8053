package vn.vonggac.visit;

import java.util.Optional;

/** Follows a refresh, of the header or the page, as a further hop, where there is a network to follow it on. */
@FunctionalInterface
interface Follower {

    /** Follows nothing: files and texts. */
    Follower NOBODY = (view, target) -> Optional.empty();

    /** What the view finds behind the address, through the same gate as every hop. */
    Optional<Sight> follow(String view, String target);
}

package vn.vonggac.page;

import java.util.Optional;

/**
 * A link as it stands on the page. {@code target} is the resolved address, {@code text} the anchor text or the
 * image's alternative, {@code label} what it says besides in a tooltip or to a screen reader,
 * {@code domain} the registrable domain of the target, empty for one without a host.
 */
public record Link(Place place, String target, String text, String label, String rel, String host,
        String domain,
        boolean outbound,
        Block.Region region, Optional<HiddenReason> hidden) {}

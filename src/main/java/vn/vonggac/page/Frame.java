package vn.vonggac.page;

import java.util.Optional;

/**
 * An embedded page: iframe or frame, with its inline document where it has one. {@code covers} where it lies fixed over
 * the whole window.
 */
public record Frame(Place place, String source, String host, String document, boolean outbound,
        boolean covers, Optional<HiddenReason> hidden) {}

package vn.vonggac.page;

import java.util.Optional;

/** A form: where it sends, how, and whether it asks for a password. */
public record Form(Place place, String action, String host, String method, boolean outbound, boolean password,
        Optional<HiddenReason> hidden) {}

package vn.vonggac.page;

import java.util.Optional;

/**
 * A form: where it sends, how, and whether it asks for a password. {@code question} is the address of one that asks for
 * words, up to where the words stand; empty for any other, and for one that is remembered.
 */
public record Form(Place place, String action, String host, String method, boolean outbound, boolean password,
        Optional<HiddenReason> hidden, String question) {}

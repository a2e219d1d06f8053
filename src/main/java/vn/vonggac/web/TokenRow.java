package vn.vonggac.web;

import vn.vonggac.account.AccessToken;

/**
 * A token as a list shows it.
 *
 * @param agency the name of the one it is for; that it is for all that its owner sees, where it is
 */
public record TokenRow(AccessToken token, String agency, boolean expired) {}

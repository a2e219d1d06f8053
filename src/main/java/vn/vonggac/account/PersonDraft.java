package vn.vonggac.account;

import vn.vonggac.portal.Draft;

/** A person as a form has it; the agency by its code, none for all of them. */
public record PersonDraft(String signInName, String fullName, String role, String agency) implements Draft {}

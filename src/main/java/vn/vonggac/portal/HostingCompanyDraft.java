package vn.vonggac.portal;

/** A hosting company as somebody typed it. */
public record HostingCompanyDraft(String name, String contact, String email, String phone) implements Draft {}

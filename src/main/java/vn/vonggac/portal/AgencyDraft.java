package vn.vonggac.portal;

/**
 * An agency as somebody typed it. {@code parent} and {@code successor} are codes; what is left out is empty.
 */
public record AgencyDraft(String code, String name, String parent, String successor, String validFrom,
        String validTo, String address, String contact, String email, String phone,
        String dutyPhone) implements Draft {}

package vn.vonggac.audit;

/** Which lines of the trail are asked for; an empty part asks for nothing in particular. */
public record AuditFilter(String who, String action, String object) {

    public static final AuditFilter EVERYTHING = new AuditFilter("", "", "");
}

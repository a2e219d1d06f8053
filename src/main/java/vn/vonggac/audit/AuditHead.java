package vn.vonggac.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The end of the trail: how many lines are sealed, and the seal of the last one. */
@MappedEntity("audit_head")
record AuditHead(@Id int id, long lines, String seal) {

    static final int ONLY = 1;
}

package vn.vonggac.portal;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state unit: a node in the tree, with the days between which it exists. One that ended names the unit that
 * took over from it.
 */
@MappedEntity("agency")
public record Agency(@Id @GeneratedValue long id, String code, String name, @Nullable Long parentId,
        @Nullable Long successorId, @Nullable LocalDate validFrom, @Nullable LocalDate validTo,
        String address,
        String contact, String email, String phone, String dutyPhone, String folded) {

    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}

package vn.vonggac.portal;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A company that hosts portals, and whom to call there. */
@MappedEntity("hosting_company")
public record HostingCompany(@Id @GeneratedValue long id, String name, String contact, String email,
        String phone) {}

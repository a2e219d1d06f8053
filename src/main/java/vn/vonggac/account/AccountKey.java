package vn.vonggac.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A named secret of the installation, as far as it has to be remembered. */
@MappedEntity("account_key")
record AccountKey(@Id String name, String content) {}

package vn.vonggac.page;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Bytes that stay for ever for the sake of a holder, and the copy they are packed against. */
@MappedEntity("page_copy_hold")
public record HeldCopy(@Id @GeneratedValue long id, String hash, String anchor, String holder) {}

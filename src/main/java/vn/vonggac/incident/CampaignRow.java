package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A campaign as its table holds it; what it is, its members say. */
@MappedEntity("campaign")
record CampaignRow(@Id @GeneratedValue long id, Instant begunAt) {}

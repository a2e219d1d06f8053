package vn.vonggac.page;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** That a run was let go: what the index has to look at again, and its place in the order of changes. */
@MappedEntity("page_copy_gone")
record LetGo(@Id long number, long portalId, String url, String urlHash, long canonical) {}

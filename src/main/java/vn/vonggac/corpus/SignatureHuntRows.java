package vn.vonggac.corpus;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SignatureHuntRows extends GenericRepository<SignatureHunt, String> {

    List<SignatureHunt> findAll();

    List<SignatureHunt> saveAll(Iterable<SignatureHunt> hunts);

    @Query("DELETE FROM signature_hunt WHERE signature = :signature")
    void remove(String signature);
}

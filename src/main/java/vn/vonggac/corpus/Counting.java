package vn.vonggac.corpus;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** How many hits have which value of a facet. */
final class Counting {

    private static final int MOST = 12;

    private Counting() {}

    static Map<Facet, List<Found.Count>> of(IndexReader reader, FacetsCollector hits) throws IOException {
        Map<Facet, List<Found.Count>> counts = new EnumMap<>(Facet.class);
        FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
        for (Facet facet : Facet.values()) {
            boolean held = fields.fieldInfo(facet.field()) != null;
            counts.put(facet, held ? counts(facets(facet, reader, hits)) : List.of());
        }
        return counts;
    }

    private static Facets facets(Facet facet, IndexReader reader, FacetsCollector hits)
            throws IOException {
        return facet.isNumber()
                ? new LongValueFacetCounts(facet.field(), hits)
                : new StringValueFacetCounts(new StringDocValuesReaderState(reader, facet.field()), hits);
    }

    private static List<Found.Count> counts(Facets facets) throws IOException {
        return facets.getAllDims(MOST).stream().map(Counting::counts).flatMap(List::stream).toList();
    }

    private static List<Found.Count> counts(FacetResult result) {
        return Arrays.stream(result.labelValues).filter(value -> !value.label.isEmpty())
                .map(value -> new Found.Count(value.label, value.value.intValue())).toList();
    }

    /** Narrows down to one value; to nothing where it cannot be one. */
    static Query only(Facet facet, String value) {
        if (!facet.isNumber()) {
            return SortedSetDocValuesField.newSlowExactQuery(facet.field(), new BytesRef(value));
        }
        try {
            return NumericDocValuesField.newSlowExactQuery(facet.field(), Long.parseLong(value));
        } catch (NumberFormatException e) {
            return new MatchNoDocsQuery("not a number");
        }
    }
}

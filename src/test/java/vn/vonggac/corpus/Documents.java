package vn.vonggac.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;

/** Writes down all that an index holds of each version, stored, counted and searchable, to compare it with another. */
public final class Documents {

    private Documents() {}

    /** A text for each version, in the order of the texts: two indexes of the same say the same. */
    public static List<String> of(Path folder) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            List<String> all = new ArrayList<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                all.addAll(of(leaf.reader()));
            }
            return all.stream().sorted().toList();
        }
    }

    private static List<String> of(LeafReader reader) throws IOException {
        List<TreeMap<String, String>> documents = new ArrayList<>();
        for (int document = 0; document < reader.maxDoc(); document++) {
            documents.add(stored(reader.storedFields().document(document)));
        }
        for (FieldInfo field : reader.getFieldInfos()) {
            columns(reader, field, documents);
            words(reader, field.name, documents);
        }
        List<String> live = new ArrayList<>();
        for (int document = 0; document < reader.maxDoc(); document++) {
            if (reader.getLiveDocs() == null || reader.getLiveDocs().get(document)) {
                live.add(documents.get(document).toString());
            }
        }
        return live;
    }

    private static TreeMap<String, String> stored(Document document) {
        TreeMap<String, String> fields = new TreeMap<>();
        document.getFields().forEach(field -> fields.put("stored " + field.name(),
                field.numericValue() == null ? field.stringValue() : field.numericValue().toString()));
        return fields;
    }

    private static void columns(LeafReader reader, FieldInfo field, List<TreeMap<String, String>> documents)
            throws IOException {
        switch (field.getDocValuesType()) {
            case NUMERIC -> {
                NumericDocValues values = DocValues.getNumeric(reader, field.name);
                while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    documents.get(values.docID()).put("column " + field.name, "" + values.longValue());
                }
            }
            case SORTED_SET -> {
                SortedSetDocValues values = DocValues.getSortedSet(reader, field.name);
                while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        documents.get(values.docID()).merge("column " + field.name,
                                values.lookupOrd(values.nextOrd()).utf8ToString(), (a, b) -> a + " " + b);
                    }
                }
            }
            default -> {
                // fields of words have none
            }
        }
    }

    private static void words(LeafReader reader, String field, List<TreeMap<String, String>> documents)
            throws IOException {
        Terms terms = reader.terms(field);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
                while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    documents.get(postings.docID()).merge("words " + field, where(each, postings),
                            (a, b) -> a + " " + b);
                }
            }
        }
    }

    private static String where(TermsEnum term, PostingsEnum postings) throws IOException {
        StringBuilder places = new StringBuilder(term.term().utf8ToString());
        for (int i = 0; i < postings.freq(); i++) {
            places.append('@').append(postings.nextPosition());
        }
        return places.toString();
    }
}

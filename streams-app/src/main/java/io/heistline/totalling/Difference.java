package io.heistline.totalling;

import io.heistline.model.ActorTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A field of an actor's totals that is not what it should be.
 *
 * @param actor id of the actor
 * @param field path of the field: lossUsdCents, lossByYear.2022, reported.0.by ...
 * @param is what it is; empty if it is not there
 * @param should what it should be; empty if it should not be there
 */
public record Difference(String actor, String field, String is, String should) {
  /** All differences, by actor and field. */
  public static List<Difference> between(
      Map<String, ActorTotals> are, Map<String, ActorTotals> should) {
    List<Difference> differences = new ArrayList<>();
    for (String actor : union(are, should)) {
      SortedMap<String, String> left = fields(are.get(actor));
      SortedMap<String, String> right = fields(should.get(actor));
      for (String field : union(left, right)) {
        String is = left.getOrDefault(field, "");
        String shouldBe = right.getOrDefault(field, "");
        if (!is.equals(shouldBe)) {
          differences.add(new Difference(actor, field, is, shouldBe));
        }
      }
    }
    return differences;
  }

  private static SortedSet<String> union(Map<String, ?> one, Map<String, ?> other) {
    SortedSet<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }

  private static SortedMap<String, String> fields(@Nullable ActorTotals totals) {
    SortedMap<String, String> fields = new TreeMap<>();
    if (totals != null) {
      put(fields, "", totals);
    }
    return fields;
  }

  /** Takes a value apart, down to what has no parts; what is null is left out. */
  private static void put(Map<String, String> fields, String path, @Nullable Object value) {
    if (value instanceof IndexedRecord record) {
      for (Schema.Field field : record.getSchema().getFields()) {
        put(fields, below(path, field.name()), record.get(field.pos()));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> put(fields, below(path, key.toString()), each));
    } else if (value instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        put(fields, below(path, Integer.toString(index)), list.get(index));
      }
    } else if (value != null) {
      fields.put(path, value.toString());
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}

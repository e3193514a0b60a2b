package io.heistline.local.bench;

import io.heistline.knowledge.Knowledge;
import io.heistline.model.Article;
import io.heistline.reading.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many articles one thread reads in a second, and how many it could at the very best. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
public class ReaderBenchmark {
  /** A file or folder of articles. */
  @Param("samples")
  public String articles = "";

  @Param({"TEXT", "HTML"})
  public Corpus.Form form = Corpus.Form.TEXT;

  private List<Article> corpus = List.of();
  private Reader reader = new Reader(Knowledge.parse("", "", ""));
  private Map<String, Long> words = Map.of();

  @Setup
  public void load() {
    corpus = Corpus.read(Path.of(articles), form);
    reader = new Reader(Knowledge.bundled());
    words = new HashMap<>();
    for (Article article : corpus) {
      StringTokenizer tokenizer = new StringTokenizer(text(article));
      while (tokenizer.hasMoreTokens()) {
        words.merge(tokenizer.nextToken(), 1L, Long::sum);
      }
    }
  }

  /** The whole of reading. */
  @Benchmark
  public long read(Work work) {
    return work.over(corpus, article -> reader.reading(article).claims().size());
  }

  /**
   * The ceiling: what no reader that knows words can do without, each by the plainest means of the
   * JDK and jsoup. The markup is parsed, the text cut at white space, and every word looked up once
   * in one table.
   */
  @Benchmark
  public long ceiling(Work work) {
    return work.over(corpus, this::lookUp);
  }

  private long lookUp(Article article) {
    long sum = 0;
    StringTokenizer tokenizer = new StringTokenizer(text(article));
    while (tokenizer.hasMoreTokens()) {
      sum += words.getOrDefault(tokenizer.nextToken(), 0L);
    }
    return sum;
  }

  private static String text(Article article) {
    return article.getContentType().contains("html")
        ? Jsoup.parse(article.getBody()).text()
        : article.getBody();
  }
}

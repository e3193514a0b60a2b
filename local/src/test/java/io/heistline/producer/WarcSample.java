package io.heistline.producer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Writes WARC files of the shape of Common Crawl's CC-NEWS, for tests. */
final class WarcSample implements AutoCloseable {
  static final Instant CRAWLED = Instant.parse("2024-03-09T12:00:00Z");

  private final WarcWriter writer;
  private final List<Long> begins = new ArrayList<>();

  WarcSample(Path file, WarcCompression compression) throws IOException {
    writer =
        new WarcWriter(
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            compression);
    begins.add(writer.position());
    writer.write(
        new Warcinfo.Builder()
            .filename("sample.warc.gz")
            .body(
                MediaType.WARC_FIELDS,
                "format: WARC file version 1.0\r\n".getBytes(StandardCharsets.UTF_8))
            .build());
  }

  /** Where each record begins. */
  List<Long> begins() {
    return begins;
  }

  WarcSample page(String url, String html) throws IOException {
    return response(url, 200, "text/html; charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
  }

  WarcSample response(String url, int status, String type, byte[] body) throws IOException {
    begins.add(writer.position());
    writer.write(
        new WarcResponse.Builder(url)
            .date(CRAWLED)
            .body(
                new HttpResponse.Builder(status, "Status")
                    .setHeader("Content-Type", type)
                    .body(null, body)
                    .build())
            .build());
    return this;
  }

  WarcSample request(String url) throws IOException {
    begins.add(writer.position());
    writer.write(
        new WarcRequest.Builder(url)
            .date(CRAWLED)
            .body(new HttpRequest.Builder("GET", "/").build())
            .build());
    return this;
  }

  static String html(String title, String published, String text) {
    return "<html><head><title>%s</title><meta property=\"article:published_time\" content=\"%s\"></head><body><p>%s</p></body></html>"
        .formatted(title, published, text);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}

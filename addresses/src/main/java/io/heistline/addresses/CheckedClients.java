package io.heistline.addresses;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sets up HTTP clients that go to checked addresses only, and do nothing that they were not asked
 * to: they follow no redirect, try nothing again, keep no cookie and decompress nothing.
 */
public final class CheckedClients {
  /** A connection may have been closed from the other side, so it is looked at before each use. */
  private static final TimeValue UNLOOKED_AT = TimeValue.ofMilliseconds(1);

  /** An open connection waits for its next use. */
  private static final Timeout IDLE = Timeout.ofSeconds(30);

  private CheckedClients() {}

  /**
   * What a client bears.
   *
   * @param connect until a connection stands
   * @param silence without a byte, while a connection is set up
   * @param answer until an answer begins, or a connection is free
   * @param headers of an answer
   * @param headerCharacters of one header
   * @param connections open at the same time
   * @param connectionsPerHost of these, to one host
   */
  public record Limits(
      Duration connect,
      Duration silence,
      Duration answer,
      int headers,
      int headerCharacters,
      int connections,
      int connectionsPerHost) {}

  public static HttpClientBuilder builder(CheckedNames names, String userAgent, Limits limits) {
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(
                            Http1Config.custom()
                                .setMaxHeaderCount(limits.headers())
                                .setMaxLineLength(limits.headerCharacters())
                                .build())
                        .build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.silence()))
                        .setValidateAfterInactivity(UNLOOKED_AT)
                        .setIdleTimeout(IDLE)
                        .build())
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.connectionsPerHost())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(limits.answer()))
                .setResponseTimeout(Timeout.of(limits.answer()))
                .build())
        .setUserAgent(userAgent)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching();
  }
}

package io.heistline.webhooks;

import io.heistline.monitor.IncidentFilter;
import java.net.URI;
import java.util.List;

/**
 * Who is told of what.
 *
 * @param name what its place in Kafka is kept under; another name begins anew
 * @param url where messages go; https unless private addresses are allowed
 * @param secrets what messages are signed with, one signature each: two while one replaces another
 * @param filter which incidents it is told of
 * @param history whether it is told of all that is there when it is new, or of what comes only
 * @param allowPrivate whether the address may be off the public internet
 */
public record Webhook(
    String name,
    URI url,
    List<WebhookSecret> secrets,
    IncidentFilter filter,
    boolean history,
    boolean allowPrivate) {
  /** In characters; a name goes into the name of a consumer group. */
  private static final int LONGEST_NAME = 60;

  private static final int MOST_SECRETS = 2;

  public Webhook {
    secrets = List.copyOf(secrets);
    if (!name.matches("[a-z0-9][a-z0-9-]*") || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "name is '%s'; use 1 to %d of a-z 0-9 -".formatted(name, LONGEST_NAME));
    }
    String scheme = String.valueOf(url.getScheme());
    if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "url has no host, or a user or a fragment; give https://HOST/PATH");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && allowPrivate)) {
      throw new IllegalArgumentException(
          "url is no https; http is for private addresses, with allowPrivate: true");
    }
    if (secrets.isEmpty() || secrets.size() > MOST_SECRETS) {
      throw new IllegalArgumentException(
          "there are %d secrets; give 1, or 2 while one replaces the other"
              .formatted(secrets.size()));
    }
  }

  /** For people; an address may hold a key of its own, so all of it is not for everybody. */
  @Override
  public String toString() {
    return "webhook %s (%s)".formatted(name, url.getHost());
  }
}

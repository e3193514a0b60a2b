package io.heistline.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up, and gives out addresses only that may be fetched from. The client connects to the
 * very addresses that were checked here, so a name that answers otherwise the second time gains
 * nothing.
 */
public final class CheckedNames implements DnsResolver, AutoCloseable {
  /** Look-ups cannot be broken off; so many that hang may be under way. */
  private static final int LOOK_UPS = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final NameLookup lookup;
  private final Predicate<InetAddress> allowed;
  private final ExecutorService lookUps;

  /**
   * Names as somebody looks them up.
   *
   * @param allowed which addresses may be fetched from
   * @param threads makes the threads that look names up; they should not keep the process alive
   */
  public CheckedNames(NameLookup lookup, Predicate<InetAddress> allowed, ThreadFactory threads) {
    this.lookup = lookup;
    this.allowed = allowed;
    this.lookUps = Executors.newFixedThreadPool(LOOK_UPS, threads);
  }

  /** A name leads where nothing may be fetched from. */
  public static final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateAddressException(String message) {
      super(message);
    }
  }

  /** A name that has one address within and one without is refused: that is how one gets in. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = lookUp(host);
    for (InetAddress address : addresses) {
      if (!allowed.test(address)) {
        throw new PrivateAddressException(
            "%s is at %s, which is not on the public internet"
                .formatted(host, address.getHostAddress()));
      }
    }
    return addresses;
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    Future<InetAddress[]> answer = lookUps.submit(() -> lookup.addresses(bare(host)));
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unknown("there is no host " + host, e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unknown("looking up %s takes longer than %s".formatted(host, PATIENCE), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown("broken off while looking up " + host, e);
    }
  }

  private static UnknownHostException unknown(String message, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(message);
    unknown.initCause(cause);
    return unknown;
  }

  /** Without the brackets of an IPv6 address. */
  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  @Override
  public void close() {
    lookUps.shutdownNow();
  }
}

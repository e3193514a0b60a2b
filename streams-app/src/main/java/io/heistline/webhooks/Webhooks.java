package io.heistline.webhooks;

import io.heistline.addresses.NameLookup;
import io.heistline.addresses.PublicAddresses;
import io.heistline.monitor.Deliveries;
import io.heistline.topics.Topics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Tells receivers of incidents that are new or have changed. */
public final class Webhooks implements Deliveries, MeterBinder, AutoCloseable {
  private final List<Delivery> deliveries;
  private final Clock clock;

  public Webhooks(Topics topics, List<Webhook> hooks, Clock clock, RandomGenerator random) {
    this(topics, hooks, BackOff.USUAL, clock, random);
  }

  Webhooks(
      Topics topics, List<Webhook> hooks, BackOff backOff, Clock clock, RandomGenerator random) {
    this.clock = clock;
    deliveries =
        hooks.stream()
            .map(hook -> new Delivery(topics, hook, sender(hook, clock), backOff, random, clock))
            .toList();
  }

  private static Sender sender(Webhook hook, Clock clock) {
    return new Sender(
        hook,
        NameLookup.system(),
        address -> hook.allowPrivate() || PublicAddresses.isPublic(address),
        Sender.TIMEOUT,
        clock);
  }

  /** Goes on where it was left off; returns at once. */
  public void start() {
    deliveries.forEach(Delivery::start);
  }

  @Override
  public List<Standing> standings() {
    return deliveries.stream().map(delivery -> delivery.tally().standing()).toList();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Delivery delivery : deliveries) {
      Tally tally = delivery.tally();
      String hook = tally.standing().hook();
      gauge(
          registry, hook, "behind", "Records that may have to be told of", tally, Standing::behind);
      gauge(
          registry,
          hook,
          "failing.seconds",
          "Since messages are not taken; 0 while they are",
          tally,
          this::failingSeconds);
      counter(registry, hook, "delivered", tally, Standing::delivered);
      counter(registry, hook, "failed", tally, Standing::failed);
    }
  }

  private double failingSeconds(Standing standing) {
    return standing
        .trouble()
        .map(trouble -> Duration.between(trouble.since(), clock.instant()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  private static void gauge(
      MeterRegistry registry,
      String hook,
      String what,
      String description,
      Tally tally,
      ToDoubleFunction<Standing> value) {
    Gauge.builder("heistline.webhook." + what, tally, it -> value.applyAsDouble(it.standing()))
        .description(description)
        .tags("hook", hook)
        .register(registry);
  }

  private static void counter(
      MeterRegistry registry,
      String hook,
      String outcome,
      Tally tally,
      ToDoubleFunction<Standing> value) {
    FunctionCounter.builder(
            "heistline.webhook.attempts", tally, it -> value.applyAsDouble(it.standing()))
        .description("Messages sent, by what came of it")
        .tags(Tags.of("hook", hook, "outcome", outcome))
        .register(registry);
  }

  @Override
  public void close() {
    deliveries.forEach(Delivery::close);
  }
}

package io.heistline.fetching;

import java.time.Instant;

/** Does things at their time. */
public interface Alarm {
  /** Soon after that time; what is done then must be short. */
  void at(Instant time, Runnable work);
}

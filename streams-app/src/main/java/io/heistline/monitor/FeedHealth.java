package io.heistline.monitor;

import io.heistline.model.Feed;
import io.heistline.model.FeedState;
import java.util.Optional;

/** How reading a feed stands, in a word. */
enum FeedHealth {
  OK,
  FAILING,
  PAUSED,
  RETIRED,
  NEW;

  static FeedHealth of(Feed feed, Optional<FeedState> state) {
    if (state.filter(FeedState::getRetired).isPresent()) {
      return RETIRED;
    }
    if (feed.getPaused()) {
      return PAUSED;
    }
    if (state.isEmpty() || state.get().getLastPollAt().isEmpty()) {
      return NEW;
    }
    return state.get().getFailures() > 0 ? FAILING : OK;
  }
}

// What is different about an incident, in words.
import { certaintyName, count, kindName, money, period, plural, sentenceCase } from './format.js';

/**
 * The differences that matter to a reader, most telling first.
 *
 * @param before the incident as last seen, or null
 * @param after the incident now, or null when no article speaks of it any more
 */
export function changes(before, after) {
  if (!after) {
    return ['withdrawn'];
  }
  if (!before) {
    return ['new'];
  }
  const told = [];
  const change = (was, is) => told.push(`${was} → ${is}`);
  const loss = [before.lossUsd?.best, after.lossUsd?.best];
  if (loss[0] !== loss[1]) {
    // two figures that round to one are shown with what sets them apart
    const rounded = loss.map((usd) => (usd === undefined ? 'no figure' : money(usd)));
    change(...(rounded[0] === rounded[1] ? loss.map((usd) => `$${count(usd)}`) : rounded));
  } else if (before.lossUsd?.low !== after.lossUsd?.low || before.lossUsd?.high !== after.lossUsd?.high) {
    told.push(`range ${money(after.lossUsd.low)}–${money(after.lossUsd.high)}`);
  }
  if (before.kind !== after.kind) {
    change(kindName(before.kind), kindName(after.kind));
  }
  told.push(...blame(before.actors, after.actors));
  if (before.recoveredUsd !== after.recoveredUsd) {
    told.push(after.recoveredUsd === null ? 'nothing recovered' : `recovered ${money(after.recoveredUsd)}`);
  }
  if (period(before.period) !== period(after.period)) {
    told.push(`dated ${period(after.period)}`);
  }
  const rulings = (after.rulings?.length ?? 0) - (before.rulings?.length ?? 0);
  if (rulings !== 0) {
    const last = after.rulings?.at(-1);
    told.push(rulings > 0 && last ? `ruling: ${sentenceCase(last.action).toLowerCase()}` : 'ruling revoked');
  }
  const articles = after.articles - before.articles;
  if (articles !== 0) {
    told.push(`${articles > 0 ? '+' : '−'}${plural(Math.abs(articles), 'article')}`);
  }
  return told.length ? told : ['sources'];
}

function blame(before, after) {
  const was = new Map(before.map((actor) => [actor.id, actor]));
  const is = new Map(after.map((actor) => [actor.id, actor]));
  return [
    ...after.filter(({ id }) => !was.has(id)).map(({ name }) => `+ ${name}`),
    ...before.filter(({ id }) => !is.has(id)).map(({ name }) => `− ${name}`),
    ...after
      .filter(({ id, certainty }) => was.has(id) && was.get(id).certainty !== certainty)
      .map(({ name, certainty }) => `${name}: ${certaintyName(certainty).toLowerCase()}`),
  ];
}

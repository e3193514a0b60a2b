// How the topology keeps up.
import { trace } from '../lib/charts.js';
import { h, replace } from '../lib/dom.js';
import { count, duration, moment, sentenceCase } from '../lib/format.js';
import { heading, panel, since, skeleton, tile } from '../lib/parts.js';

const KEPT = 60; // measurements a topic, some three minutes

export async function system({ place, on, stats, title }) {
  title('System');
  const tiles = h('dl', { class: 'tiles' });
  const table = h('div', { class: 'scroll' }, skeleton(8));
  place.append(
    heading('System'),
    h('p', { class: 'lede' }, 'How many records each topic holds, how far the topology is behind, and what moves.'),
    tiles,
    panel({ id: 'topics-title', title: 'Topics', kind: 'ranking', side: h('a', { href: 'metrics' }, 'All metrics') }, table),
  );
  const hooks = h('div', { class: 'after' });
  place.append(hooks);
  const history = new Map();
  const rates = [];
  let last = null;

  function take(now) {
    const at = performance.now();
    for (const { topic, records } of now.topics) {
      const kept = history.get(topic) ?? [];
      if (last) {
        const before = last.topics.find((each) => each.topic === topic)?.records ?? records;
        kept.push(Math.max(0, ((records - before) * 1000) / (at - last.at)));
      }
      history.set(topic, kept.slice(-KEPT));
    }
    rates.push(now.articlesPerSecond ?? 0);
    rates.splice(0, rates.length - KEPT);
    last = { ...now, at };
    show(now);
  }

  function show(now) {
    const behind = now.streams?.lag ?? 0;
    replace(
      tiles,
      tile('Topology', sentenceCase(now.streams?.state ?? 'unknown'), behind ? `${count(behind)} records behind` : 'nothing left to do'),
      tile('This page’s figures', sentenceCase(now.readModel.state), now.readModel.ageMs > 1000 ? `${duration(now.readModel.ageMs)} old` : 'up to date'),
      tile('Articles a second', (now.articlesPerSecond ?? 0).toFixed(1), trace(rates, 'Articles a second over the last minutes')),
      tile('Up', now.startedAt ? since(now.startedAt).textContent.replace(' ago', '') : '–', now.startedAt ? `since ${moment(now.startedAt)}` : null),
    );
    replace(hooks, now.webhooks?.length ? webhooks(now.webhooks) : null);
    if (table.contains(document.activeElement)) {
      return;
    }
    replace(
      table,
      h(
        'table',
        { id: 'topics' },
        h('caption', { class: 'unseen' }, 'Topics'),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Topic'), h('th', { scope: 'col', class: 'num' }, 'Records'), h('th', { scope: 'col', class: 'num' }, 'Behind'), h('th', { scope: 'col', class: 'num' }, 'A second'), h('th', { scope: 'col', class: 'narrow-off spaced' }, 'Last minutes'))),
        h(
          'tbody',
          {},
          now.topics.map(({ topic, records, lag }) => {
            const kept = history.get(topic) ?? [];
            return h('tr', {}, h('th', { scope: 'row' }, topic), h('td', { class: 'num' }, count(records)), h('td', { class: 'num' }, lag ? count(lag) : h('span', { class: 'quiet' }, lag === 0 ? '0' : '–')), h('td', { class: 'num' }, kept.length ? kept.at(-1).toFixed(kept.at(-1) >= 10 ? 0 : 1) : '–'), h('td', { class: 'narrow-off spaced' }, trace(kept, `Records a second of ${topic}`)));
          }),
        ),
      ),
    );
  }

  if (stats()) {
    take(stats());
  }
  on('stats', take);
}

/** Who is told of what changes, and what keeps them from it. */
function webhooks(all) {
  return panel(
    { id: 'webhooks-title', title: 'Webhooks', kind: 'ranking' },
    h(
      'div',
      { class: 'scroll' },
      h(
        'table',
        { id: 'webhooks' },
        h('caption', { class: 'unseen' }, 'Webhooks'),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Webhook'), h('th', { scope: 'col' }, 'State'), h('th', { scope: 'col', class: 'num' }, 'Told'), h('th', { scope: 'col', class: 'num' }, 'Behind'), h('th', { scope: 'col', class: 'narrow-off spaced' }, 'Last told'))),
        h(
          'tbody',
          {},
          all.map((hook) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, h('span', { class: 'who' }, h('span', { class: 'strong' }, hook.name), h('span', { class: 'quiet claim-foot' }, hook.host), hook.problem && h('span', { class: 'quiet claim-foot' }, hook.problem))),
              h('td', {}, hook.problem ? h('span', { class: 'chip health-FAILING', title: `since ${moment(hook.failingSince)}` }, 'Failing') : h('span', { class: 'chip health-OK' }, 'Healthy')),
              h('td', { class: 'num' }, count(hook.delivered)),
              h('td', { class: 'num' }, count(hook.behind)),
              h('td', { class: 'narrow-off spaced' }, hook.lastDeliveredAt ? since(hook.lastDeliveredAt) : h('span', { class: 'quiet' }, '–')),
            ),
          ),
        ),
      ),
    ),
  );
}

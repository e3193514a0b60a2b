// The health of the sources.
import * as api from '../lib/api.js';
import { h, outside, host, replace } from '../lib/dom.js';
import { ago, count, duration } from '../lib/format.js';
import { empty, heading, loaded, panel, since } from '../lib/parts.js';

const REFRESH_MS = 5_000;
const ORDER = ['FAILING', 'PAUSED', 'NEW', 'OK', 'RETIRED'];

export async function feeds({ place, signal, title }) {
  title('Feeds');
  const body = h('div', {});
  place.append(heading('Feeds'), h('p', { class: 'lede' }, 'Where articles come from, and how reading each source stands. Those that fail come first.'), body);
  await loaded(body, signal, () => api.feeds(signal), show);
  const timer = setInterval(async () => {
    try {
      const now = await api.feeds(signal);
      if (!document.hidden && !signal.aborted && !body.contains(document.activeElement)) {
        show(now);
      }
    } catch {
      // the bar says that the server is away
    }
  }, REFRESH_MS);
  signal.addEventListener('abort', () => clearInterval(timer));

  function show({ items }) {
    if (!items.length) {
      replace(body, h('br'), panel({ id: 'feeds-title', title: 'No feeds yet' }, empty('Nothing is being read', './heistline feeds add https://www.example.com/feed.xml adds a source.')));
      return;
    }
    const sorted = items.toSorted((a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health) || name(a).localeCompare(name(b)));
    const counts = Object.groupBy(sorted, ({ health }) => health);
    replace(
      body,
      h('dl', { class: 'tiles' }, ORDER.filter((health) => counts[health]).map((health) => h('div', { class: 'tile' }, h('dt', {}, HEALTH[health]), h('dd', {}, count(counts[health].length))))),
      panel(
        { id: 'feeds-title', title: `${count(items.length)} ${items.length === 1 ? 'source' : 'sources'}`, kind: 'ranking' },
        h(
          'div',
          { class: 'scroll' },
          h(
            'table',
            { id: 'feeds' },
            h('caption', { class: 'unseen' }, 'Sources and their health'),
            h('thead', {}, h('tr', {}, ['Source', 'Health', 'Last read', 'Last new article', 'Next', 'Articles'].map((text, i) => h('th', { scope: 'col', class: [i === 5 && 'num', (i === 3 || i === 4 || i === 5) && 'narrow-off'].filter(Boolean).join(' ') || null }, text)))),
            h('tbody', {}, sorted.map(line)),
          ),
        ),
      ),
    );
  }
}

const HEALTH = { OK: 'Healthy', FAILING: 'Failing', PAUSED: 'Paused', NEW: 'New', RETIRED: 'Retired' };
const name = (feed) => feed.publisher || host(feed.url);

function line(feed) {
  const trouble = feed.lastError ?? feed.reason;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, h('span', { class: 'who' }, h('span', { class: 'strong' }, name(feed)), h('span', { class: 'quiet claim-foot' }, outside(feed.url, feed.url)), feed.health !== 'OK' && trouble && h('span', { class: 'quiet' }, trouble))),
    h('td', {}, h('span', { class: `chip health-${feed.health}` }, HEALTH[feed.health] ?? feed.health)),
    h('td', {}, feed.lastSuccessAt ? since(feed.lastSuccessAt) : h('span', { class: 'quiet' }, 'never')),
    h('td', { class: 'narrow-off' }, feed.lastNewArticleAt ? since(feed.lastNewArticleAt) : h('span', { class: 'quiet' }, '–')),
    h('td', { class: 'narrow-off', title: feed.intervalSeconds ? `every ${duration(feed.intervalSeconds * 1000)}` : null }, feed.nextPollAt ? ago(Math.min(0, Date.now() - Date.parse(feed.nextPollAt))) : h('span', { class: 'quiet' }, '–')),
    h('td', { class: 'num narrow-off' }, count(feed.articles)),
  );
}

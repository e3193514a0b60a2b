// Who has taken how much, and what just came in.
import * as api from '../lib/api.js';
import { changes } from '../lib/changes.js';
import { coverage, sparkline, years } from '../lib/charts.js';
import { announce, flash, h, replace, throttled } from '../lib/dom.js';
import { count, exactMoney, money, percent, period, plural, reportedSpan } from '../lib/format.js';
import { actorLink, arrowKeys, empty, heading, incidentHref, kindChip, loaded, panel, since, sum, tile } from '../lib/parts.js';

const FIRST_ROWS = 30; // more are a click away
const STREAM_ITEMS = 60; // older ones leave
const REMEMBERED = 200; // incidents known at the start, so that a change can say what was before
const UNATTRIBUTED = 'unattributed'; // no actor: what nobody is blamed for, so it has no rank
const REDRAW_MS = 200; // a replay changes thousands of totals a second; the eye takes five redraws

export async function overview({ place, signal, on, stats, refreshStats, title }) {
  title('');
  const tiles = h('dl', { class: 'tiles', id: 'tiles' });
  const ranking = panel({ id: 'ranking-title', title: 'Actors', side: h('span', { class: 'row' }), kind: 'ranking-panel' });
  const reports = panel({ id: 'reports-title', title: 'Computed against reported', side: h('span', { class: 'quiet' }, 'what others say of the same period') });
  const live = panel({ id: 'live-title', title: 'Just in', kind: 'live-panel', side: h('span', { class: 'quiet', id: 'live-count' }) });
  const ranked = h('div', { class: 'scroll' });
  const reported = h('div', {});
  const streamed = h('div', {});
  ranking.append(ranked);
  reports.append(reported);
  live.append(streamed);
  place.append(
    heading('Who has taken how much'),
    h('p', { class: 'lede' }, 'Cyber thefts, each counted once however many articles tell of it. What a group took counts for the state behind it, too.'),
    tiles,
    h('div', { class: 'cols' }, h('div', {}, ranking, reports), h('div', {}, live)),
  );

  showTiles(tiles, stats());
  on('stats', (now) => showTiles(tiles, now));
  await Promise.all([rank(), stream()]);

  async function rank() {
    await loaded(ranked, signal, () => api.actors({ sort: 'loss', order: 'desc' }, signal), ({ items }) => {
      const table = ranks(items, ranking.querySelector('.panel-head > .row'));
      replace(ranked, table.node);
      showReports(reported, items);
      on('total', (change) => change && table.change(change.id, change.totals));
      on('reset', async () => table.reset((await api.actors({ sort: 'loss' }, signal)).items));
      table.changed(throttled(1_000, () => showReports(reported, table.items())));
    });
  }

  async function stream() {
    await loaded(streamed, signal, () => api.incidents({ sort: 'changed', order: 'desc', limit: REMEMBERED }, signal), (list) => {
      const feed = incidentStream(list);
      replace(streamed, feed.node);
      on('incident', (change) => {
        if (change) {
          feed.change(change.id, change.incident);
          refreshStats();
        }
      });
      on('reset', refreshStats);
    }, 6);
  }
}

function showTiles(tiles, stats) {
  if (!stats) {
    if (!tiles.children.length) {
      replace(tiles, ['Taken', 'Incidents', 'Actors', 'Articles', 'Statements'].map((label) => tile(label, '–')));
    }
    return;
  }
  const shown = [
    ['Taken', money(stats.lossUsd), exactMoney(stats.lossUsd), 'taken'],
    ['Incidents', count(stats.incidents), 'each counted once', 'incidents'],
    ['Actors', count(stats.actors), 'with a total', 'actors'],
    ['Articles', count(stats.articles), stats.articlesPerSecond >= 0.05 ? `${stats.articlesPerSecond.toFixed(1)} a second` : 'read so far', 'articles'],
    ['Statements', count(stats.claims), 'found in them', 'claims'],
  ];
  const before = new Map([...tiles.children].map((node) => [node.dataset.name, node.querySelector('dd').textContent]));
  replace(tiles, shown.map(([label, value, note, name]) => tile(label, value, note, { 'data-name': name })));
  for (const node of tiles.children) {
    const was = before.get(node.dataset.name);
    if (was && was !== node.querySelector('dd').textContent) {
      flash(node);
    }
  }
}

// ---- actors

const SORTS = {
  name: (a, b) => b.actor.name.localeCompare(a.actor.name),
  loss: (a, b) => a.lossUsd - b.lossUsd || a.incidents - b.incidents,
  net: (a, b) => a.netUsd - b.netUsd,
  recovered: (a, b) => a.recoveredUsd - b.recoveredUsd,
  incidents: (a, b) => a.incidents - b.incidents,
};

function ranks(items, side) {
  const byId = new Map(items.map((each) => [each.actor.id, each]));
  const rows = new Map();
  const flashing = new Set();
  let told = () => {};
  let sort = 'loss';
  let descending = true;
  let grouped = true;
  let all = false;
  const body = h('tbody', {});
  const heads = [];
  const head = (key, text, attributes) => {
    const cell = h('th', { scope: 'col', ...attributes }, h('button', { type: 'button', onclick: () => order(key) }, text));
    heads.push([key, cell]);
    return cell;
  };
  const table = h(
    'table',
    { class: 'ranking', id: 'ranking' },
    h('caption', { class: 'unseen' }, 'Actors by what they took'),
    h(
      'thead',
      {},
      h('tr', {}, h('th', { scope: 'col', class: 'rank' }, h('span', { class: 'unseen' }, 'Rank')), head('name', 'Actor'), head('loss', 'Loss', { class: 'num' }), head('net', 'Still missing', { class: 'num opt narrow-off' }), head('incidents', 'Incidents', { class: 'num narrow-off' }), h('th', { scope: 'col', class: 'spaced' }, 'By year'), h('th', { scope: 'col', class: 'narrow-off' }, 'Of what is reported')),
    ),
    body,
  );
  const more = h('p', { class: 'show-more' }, h('button', { type: 'button', class: 'button small', onclick: () => { all = true; draw(); } }, 'Show all'));
  const groups = h('button', { type: 'button', 'aria-pressed': 'true', onclick: () => group(true) }, 'By sponsor');
  const flat = h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => group(false) }, 'Flat');
  replace(side, h('span', { class: 'switch', role: 'group', 'aria-label': 'Order' }, groups, flat));
  arrowKeys(table, 'tbody th a');

  function group(on) {
    grouped = on;
    groups.setAttribute('aria-pressed', String(on));
    flat.setAttribute('aria-pressed', String(!on));
    draw();
  }

  function order(key) {
    descending = key === sort ? !descending : true;
    sort = key;
    draw();
  }

  /** All actors in order; those below a sponsor follow it. */
  function ordered() {
    const way = descending ? -1 : 1;
    const compare = (a, b) => way * SORTS[sort](a, b) || a.actor.name.localeCompare(b.actor.name);
    const sorted = [...byId.values()].sort(compare);
    if (!grouped) {
      return numbered(sorted.map((each) => [each, false]));
    }
    const below = Map.groupBy(sorted, (each) => (byId.has(each.actor.sponsor) ? each.actor.sponsor : null));
    const lines = [];
    const walk = (each, deep) => {
      lines.push([each, deep]);
      for (const child of below.get(each.actor.id) ?? []) {
        walk(child, true);
      }
    };
    for (const each of below.get(null) ?? []) {
      walk(each, false);
    }
    return numbered(lines);
  }

  function numbered(lines) {
    let rank = 0;
    return lines.map(([each, deep]) => [each, deep, deep || each.actor.id === UNATTRIBUTED ? '' : ++rank]);
  }

  function draw() {
    const focused = document.activeElement?.closest?.('#ranking tr')?.dataset.id;
    const lines = ordered();
    const span = years(...[...byId.values()].map((each) => each.byYear));
    const most = Math.max(1, ...[...byId.values()].map((each) => each.lossUsd));
    const visible = all ? lines : lines.slice(0, FIRST_ROWS);
    for (const [key, cell] of heads) {
      if (key === sort) {
        cell.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      } else {
        cell.removeAttribute('aria-sort');
      }
    }
    const drawn = visible.map(([each, deep, rank]) => {
      const key = `${deep}|${rank}|${span.at(0)}|${span.at(-1)}|${most}`;
      const old = rows.get(each.actor.id);
      const row = old?.each === each && old.key === key ? old.row : line(each, deep, rank, span, most);
      rows.set(each.actor.id, { each, key, row });
      return row;
    });
    body.replaceChildren(...drawn);
    more.hidden = visible.length === lines.length;
    more.firstChild.textContent = `Show all ${lines.length}`;
    if (!lines.length) {
      body.append(h('tr', {}, h('td', { colspan: 7 }, empty('Nothing in the ledger yet', 'As soon as an article tells of a theft, it shows here.'))));
    }
    if (focused) {
      rows.get(focused)?.row.querySelector('a')?.focus({ preventScroll: true });
    }
    for (const id of flashing) {
      if (rows.get(id)?.row.isConnected) {
        flash(rows.get(id).row);
      }
    }
    flashing.clear();
  }

  const soon = throttled(REDRAW_MS, () => {
    draw();
    told();
  });
  draw();
  return {
    node: h('div', {}, table, more),
    items: () => [...byId.values()],
    changed: (act) => {
      told = act;
    },
    change: (id, totals) => {
      if (totals) {
        byId.set(id, totals);
        flashing.add(id);
      } else {
        byId.delete(id);
        rows.delete(id);
      }
      soon();
    },
    reset: (now) => {
      byId.clear();
      now.forEach((each) => byId.set(each.actor.id, each));
      soon();
    },
  };
}

function line(each, deep, rank, span, most) {
  const widest = h('span', {});
  widest.style.width = `${(each.lossUsd / most) * 100}%`;
  const report = headline(each.reported);
  return h(
    'tr',
    { 'data-id': each.actor.id, 'data-loss': each.lossUsd, class: deep ? 'below' : each.actor.id === UNATTRIBUTED ? 'nobody' : null },
    h('td', { class: 'rank' }, rank),
    h('th', { scope: 'row' }, h('span', { class: 'who' }, actorLink(each.actor))),
    h('td', { class: 'num loss' }, sum(each.lossUsd), h('span', { class: 'weight', 'aria-hidden': 'true' }, widest)),
    h('td', { class: 'num opt narrow-off' }, sum(each.netUsd)),
    h('td', { class: 'num narrow-off' }, count(each.incidents)),
    h('td', { class: 'spaced' }, sparkline(each.byYear, span)),
    h('td', { class: 'narrow-off' }, report ? h('span', { class: 'covered', title: `${report.by ?? 'Somebody'} reports ${exactMoney(report.usd)} ${reportedSpan(report)}; computed ${exactMoney(report.computedUsd)}` }, h('span', {}, h('b', {}, percent(report.coverage)), h('span', { class: 'quiet' }, ` of ${money(report.usd)}`)), coverage(report.coverage)) : h('span', { class: 'quiet' }, '–')),
  );
}

/** Of what others report, the largest sum. */
function headline(reported) {
  return reported.length ? reported.reduce((a, b) => (b.usd > a.usd ? b : a)) : null;
}

// ---- reported

function showReports(place, items) {
  const all = items.flatMap((each) => each.reported.map((report) => [each.actor, report])).sort(([, a], [, b]) => b.usd - a.usd);
  if (!all.length) {
    replace(place, empty('Nobody reports a sum yet', 'Totals such as “$3 billion since 2017” stand here beside what is computed, and are never added to it.'));
    return;
  }
  replace(
    place,
    h(
      'ul',
      { class: 'reports' },
      all.map(([actor, report]) =>
        h(
          'li',
          { class: 'report' },
          h('span', {}, actorLink(actor, { class: 'strong' }), h('br'), h('span', { class: 'quiet' }, `${report.by ?? 'unnamed'}, ${reportedSpan(report)}`)),
          h('span', {}, h('span', { class: 'report-figures' }, h('span', {}, sum(report.computedUsd), h('span', { class: 'quiet' }, ' computed')), h('span', {}, sum(report.usd), h('span', { class: 'quiet' }, ' reported'))), coverage(report.coverage, `${percent(report.coverage)} computed of ${exactMoney(report.usd)}`)),
          h('span', { class: 'report-part' }, percent(report.coverage)),
        ),
      ),
    ),
  );
}

// ---- what just came in

function incidentStream({ items, total }) {
  const seen = new Map(items.map((each) => [each.id, each]));
  const complete = total <= items.length;
  const list = h('ul', { class: 'stream', id: 'stream', tabindex: '0', 'aria-label': 'Incidents as they change' });
  const none = empty('Waiting for news', 'Incidents show here the moment they come in or change.');
  const counter = { changes: 0 };
  list.append(...items.slice(0, STREAM_ITEMS).map((each) => entry(each, null, null)));
  arrowKeys(list, 'a');
  const node = h('div', {}, items.length ? list : none);
  const say = throttled(4_000, () => announce(`${plural(counter.changes, 'change')}, latest: ${counter.last}`));
  return {
    node,
    change(id, incident) {
      const before = seen.get(id) ?? null;
      const told = incident && !before && !complete ? ['changed'] : changes(before, incident);
      if (incident) {
        seen.set(id, incident);
      } else {
        seen.delete(id);
      }
      if (!incident && !before) {
        return;
      }
      none.remove();
      if (!list.isConnected) {
        node.append(list);
      }
      // an incident that goes on changing moves up instead of filling the list
      const same = [...list.children].find((item) => item.dataset.id === id);
      const item = entry(incident ?? before, told, new Date().toISOString());
      if (!incident) {
        item.classList.add('gone');
      }
      const held = same?.contains(document.activeElement);
      same?.remove();
      list.prepend(item);
      if (held) {
        item.querySelector('a').focus({ preventScroll: true });
      }
      while (list.children.length > STREAM_ITEMS) {
        list.lastChild.remove();
      }
      flash(item);
      counter.changes++;
      counter.last = `${(incident ?? before).victim.name}, ${told.join(', ')}`;
      document.getElementById('live-count').textContent = plural(counter.changes, 'change');
      say();
    },
  };
}

function entry(incident, told, at) {
  const blamed = incident.actors.filter(({ certainty }) => certainty !== 'DENIED').map(({ name }) => name);
  return h(
    'li',
    { 'data-id': incident.id },
    h('div', { class: 'line' }, h('a', { href: incidentHref(incident.id) }, incident.victim.name), incident.lossUsd ? sum(incident.lossUsd.best) : h('span', { class: 'quiet' }, 'no figure')),
    h('div', { class: 'meta' }, kindChip(incident.kind), ` · ${period(incident.period)} · ${blamed.length ? blamed.join(', ') : 'nobody blamed'}`),
    told && h('div', {}, told.slice(0, 4).map((text) => h('span', { class: 'delta' }, text)), h('span', { class: 'meta' }, ' ', since(at))),
  );
}

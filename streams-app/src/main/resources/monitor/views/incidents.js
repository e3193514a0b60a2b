// All incidents: filtered, sorted, and as many as there are, of which only those in sight are drawn.
import * as api from '../lib/api.js';
import { flash, h, replace, throttled } from '../lib/dom.js';
import { count, period, plural } from '../lib/format.js';
import { empty, heading, incidentHref, kindChip, loaded, sum } from '../lib/parts.js';

const PAGE = 200; // incidents an answer, the most that the API gives
const OVERSCAN = 12; // rows drawn above and below what is in sight
const TYPING_MS = 250;
const PRINTED = 500; // rows on paper
const FILTERS = ['q', 'kind', 'actor', 'sponsor', 'victim', 'from', 'to', 'minUsd', 'maxUsd'];
const EXPORTS = [
  ['incidents.csv', 'CSV'],
  ['incidents.jsonl', 'JSON lines'],
  ['stix.json', 'STIX 2.1'],
];

export async function incidents({ place, query, signal, on, title, requery }) {
  title('Incidents');
  let asked = read(query);
  let leave = new AbortController();
  const list = h('div', {});
  const exports = h('span', { class: 'row quiet no-print end' });
  const form = filters();
  place.append(h('div', { class: 'heading' }, h('h1', { tabindex: '-1' }, 'Incidents'), h('span', { class: 'quiet', id: 'total', role: 'status' }), exports), form.node, list);
  signal.addEventListener('abort', () => leave.abort());
  requery((next) => {
    asked = read(next);
    form.show();
    void load();
  });
  await load();

  function ask(changed) {
    asked = { ...asked, ...changed };
    const next = new URLSearchParams(Object.entries(asked).filter(([name, value]) => value && !(name === 'sort' && value === 'date') && !(name === 'order' && value === 'desc')));
    history.replaceState({ entry: history.state?.entry }, '', next.size ? `#/incidents?${next}` : '#/incidents');
    void load();
  }

  async function load() {
    leave.abort();
    leave = new AbortController();
    const mine = leave;
    showExports();
    await loaded(list, mine.signal, () => api.incidents({ ...asked, limit: PAGE }, mine.signal), (first) => {
      document.getElementById('total').textContent = plural(first.total, 'incident');
      if (!first.total) {
        const filtered = FILTERS.some((name) => asked[name]);
        replace(list, h('div', { class: 'listing' }, empty(filtered ? 'Nothing fits' : 'No incidents yet', filtered ? 'Widen the period or clear a filter.' : 'As soon as an article tells of a theft, it shows here.'), filtered && h('p', { class: 'state row' }, h('button', { type: 'button', class: 'button', onclick: form.clear }, 'Clear all filters'))));
        watch(null, mine);
        return;
      }
      const rows = windowed(first, asked, mine.signal, ask);
      replace(list, rows.node);
      rows.begin();
      watch(rows, mine);
    });
  }

  /** Rows in the list change in place; a new order is taken when the reader says so. */
  function watch(rows, mine) {
    let news = 0;
    const notice = h('div', { class: 'notice', hidden: true }, h('button', { type: 'button', class: 'button', onclick: load }));
    list.append(notice);
    on('incident', (change) => {
      if (mine.signal.aborted || !change || rows?.change(change.id, change.incident)) {
        return;
      }
      news++;
      notice.hidden = false;
      notice.firstChild.textContent = `${plural(news, 'other change')}: show`;
    });
    on('reset', () => !mine.signal.aborted && load());
  }

  function showExports() {
    const same = new URLSearchParams(FILTERS.filter((name) => asked[name]).map((name) => [name, asked[name]]));
    replace(exports, 'Export', EXPORTS.map(([file, text]) => h('a', { href: `api/export/${file}${same.size ? `?${same}` : ''}`, download: true }, text)));
  }

  function filters() {
    const inputs = {};
    const input = (name, label, attributes, kind) => {
      inputs[name] = h('input', { ...attributes, name, autocomplete: 'off' });
      inputs[name].addEventListener('input', typed);
      return h('label', { class: kind }, label, inputs[name]);
    };
    const select = (name, label, options) => {
      inputs[name] = h('select', { name }, options.map(([value, text]) => h('option', { value }, text)));
      inputs[name].addEventListener('change', () => ask({ [name]: inputs[name].value }));
      return h('label', {}, label, inputs[name]);
    };
    const actors = h('datalist', { id: 'actor-ids' });
    const sponsors = h('datalist', { id: 'sponsor-ids' });
    let timer = 0;
    function typed() {
      clearTimeout(timer);
      timer = setTimeout(() => ask(Object.fromEntries(Object.entries(inputs).filter(([, node]) => node.checkValidity()).map(([name, node]) => [name, node.value.trim()]))), TYPING_MS);
    }
    signal.addEventListener('abort', () => clearTimeout(timer));
    const node = h(
      'form',
      { class: 'filters', role: 'search', 'aria-label': 'Filter incidents' },
      input('q', 'Text', { type: 'search', placeholder: 'Victim, actor, words …' }, 'wide'),
      h('button', { type: 'button', class: 'button toggle', 'aria-expanded': 'false', onclick: (event) => event.currentTarget.setAttribute('aria-expanded', String(node.classList.toggle('open'))) }, 'Filters'),
      select('kind', 'Kind', [['', 'All'], ['THEFT', 'Theft'], ['EXTORTION', 'Extortion'], ['BREACH', 'Breach']]),
      input('actor', 'Actor', { type: 'text', list: 'actor-ids', placeholder: 'any' }, 'name'),
      input('sponsor', 'Sponsor', { type: 'text', list: 'sponsor-ids', placeholder: 'any' }, 'name'),
      input('victim', 'Victim', { type: 'text', placeholder: 'any' }, 'name'),
      input('from', 'From', { type: 'date' }),
      input('to', 'Until', { type: 'date' }),
      input('minUsd', 'At least, $', { type: 'number', min: 0, step: 'any', placeholder: 'any' }, 'short'),
      input('maxUsd', 'At most, $', { type: 'number', min: 0, step: 'any', placeholder: 'any' }, 'short'),
      select('sort', 'Sort', [['date', 'Date'], ['loss', 'Loss'], ['changed', 'Last changed']]),
      actors,
      sponsors,
    );
    node.addEventListener('submit', (event) => event.preventDefault());
    api.actors({}, signal).then(({ items }) => suggest(items.map(({ actor }) => actor)), () => {});
    function suggest(known) {
      const behind = new Set(known.map(({ sponsor }) => sponsor).filter(Boolean));
      const options = (some) => some.map(({ id, name }) => h('option', { value: id }, name));
      replace(actors, options(known));
      replace(sponsors, options(known.filter(({ id }) => behind.has(id))));
    }
    function show() {
      for (const [name, field] of Object.entries(inputs)) {
        field.value = asked[name] ?? '';
      }
    }
    show();
    return {
      node,
      show,
      clear: () => {
        asked = Object.fromEntries(FILTERS.map((name) => [name, '']));
        asked.sort = 'date';
        show();
        ask({});
      },
    };
  }
}

function read(query) {
  const asked = Object.fromEntries([...FILTERS, 'sort', 'order'].map((name) => [name, query.get(name) ?? '']));
  return { ...asked, sort: asked.sort || 'date', order: asked.order || 'desc' };
}

/**
 * A list that draws the rows in sight and reads on as the reader goes down. Answers come a page after the other
 * (each says where the next begins), so a leap to the end reads all that lies between.
 */
function windowed(first, asked, signal, ask) {
  const rows = [];
  const index = new Map();
  let total = first.total;
  let next = first.next;
  let reading = false;
  const drawn = new Map();
  const pane = h('div', { class: 'window', role: 'rowgroup' });
  const head = h(
    'div',
    { class: 'listing-head line-grid', role: 'row', 'aria-rowindex': '1' },
    column('Victim'),
    column('Kind', 'kind-cell'),
    column('Blamed'),
    column('When', null, 'date'),
    column('Loss', 'num', 'loss'),
    column('Came back', 'num opt'),
    column('Articles', 'num'),
  );
  const table = h('div', { class: 'listing', role: 'table', id: 'incidents', 'aria-label': 'Incidents', 'aria-rowcount': String(total + 1) }, h('div', { role: 'rowgroup', class: 'listing-top' }, head), pane);
  keep(first.items);

  function column(text, kind, sort) {
    const sorted = sort === asked.sort;
    const flip = sorted && asked.order === 'desc' ? 'asc' : 'desc';
    return h('span', { role: 'columnheader', class: kind, 'aria-sort': sorted ? (asked.order === 'desc' ? 'descending' : 'ascending') : null }, sort ? h('button', { type: 'button', onclick: () => ask({ sort, order: flip }) }, text) : text);
  }

  /** What a row shows; the sentences of 10,000 incidents are not kept. */
  function slim({ id, kind, victim, actors, lossUsd, recoveredUsd, period, articles }) {
    return { id, kind, victim: victim.name, actors: actors.filter(({ certainty }) => certainty !== 'DENIED').map(({ name }) => name).join(', '), loss: lossUsd?.best ?? null, recovered: recoveredUsd, period, articles };
  }

  function keep(items) {
    for (const item of items) {
      if (!index.has(item.id)) {
        index.set(item.id, rows.length);
        rows.push(slim(item));
      }
    }
  }

  const rowHeight = () => (matchMedia('(max-width: 680px)').matches ? 68 : 46);
  let height = rowHeight();

  function inSight() {
    const top = pane.getBoundingClientRect().top;
    const from = Math.max(0, Math.floor(-top / height) - OVERSCAN);
    const to = Math.min(total, Math.ceil((innerHeight - top) / height) + OVERSCAN);
    return [from, Math.max(from, to)];
  }

  function draw(range = inSight()) {
    const [from, to] = range;
    const focused = document.activeElement?.closest?.('[data-row]');
    for (const [i, node] of drawn) {
      if ((i < from || i >= to) && node !== focused) {
        node.remove();
        drawn.delete(i);
      }
    }
    for (let i = from; i < to; i++) {
      const old = drawn.get(i);
      if (old && (old.dataset.known || !rows[i])) {
        continue;
      }
      const node = line(i);
      if (old) {
        old.replaceWith(node);
      } else {
        // in the order that is seen, for those who hear it
        const after = [...drawn.keys()].filter((key) => key > i).sort((a, b) => a - b)[0];
        pane.insertBefore(node, after === undefined ? null : drawn.get(after));
      }
      drawn.set(i, node);
    }
    if (to > rows.length && next) {
      void readOn();
    }
  }

  function line(i) {
    const row = rows[i];
    const node = h('div', { class: 'line-grid', role: 'row', 'aria-rowindex': String(i + 2), 'data-row': i });
    node.style.transform = `translateY(${i * height}px)`;
    if (!row) {
      node.append(...Array.from({ length: 7 }, (_, cell) => h('span', { role: 'cell', class: cell === 5 ? 'opt' : null }, h('span', { class: 'bone' }))));
      return node;
    }
    node.dataset.known = 'yes';
    node.dataset.id = row.id;
    node.append(
      h('span', { role: 'cell' }, h('a', { class: 'strong', href: incidentHref(row.id), title: row.victim }, row.victim)),
      h('span', { role: 'cell', class: 'kind-cell' }, kindChip(row.kind)),
      h('span', { role: 'cell', class: 'actor-cell', title: row.actors || null }, row.actors || h('span', { class: 'quiet' }, 'nobody')),
      h('span', { role: 'cell', class: 'when-cell' }, period(row.period)),
      h('span', { role: 'cell', class: 'num loss-cell' }, row.loss === null ? h('span', { class: 'quiet' }, '–') : sum(row.loss)),
      h('span', { role: 'cell', class: 'num opt' }, row.recovered === null ? h('span', { class: 'quiet' }, '–') : sum(row.recovered)),
      h('span', { role: 'cell', class: 'num count-cell quiet' }, count(row.articles)),
    );
    return node;
  }

  async function readOn() {
    if (reading) {
      return;
    }
    reading = true;
    try {
      while (next && !signal.aborted && inSight()[1] > rows.length) {
        const answer = await api.incidents({ ...asked, limit: PAGE, cursor: next }, signal);
        keep(answer.items);
        next = answer.next;
      }
      if (!next && rows.length < total) {
        total = rows.length; // some went while they were read
      }
    } catch {
      setTimeout(() => !signal.aborted && draw(), 2_000); // the bar says that the server is away
    } finally {
      reading = false;
    }
    if (!signal.aborted) {
      size();
      draw();
    }
  }

  function size() {
    height = rowHeight();
    pane.style.height = `${total * height}px`;
    table.setAttribute('aria-rowcount', String(total + 1));
  }

  function relay() {
    if (rowHeight() !== height) {
      drawn.forEach((node) => node.remove());
      drawn.clear();
      size();
    }
    draw();
  }

  const onScroll = () => requestAnimationFrame(() => !signal.aborted && draw());

  pane.addEventListener('keydown', (event) => {
    const at = Number(event.target.closest('[data-row]')?.dataset.row);
    const page = Math.max(1, Math.floor(innerHeight / height) - 4);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.length - 1 }[event.key];
    if (target === undefined || Number.isNaN(at) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    const to = Math.min(rows.length - 1, Math.max(0, target));
    const top = pane.getBoundingClientRect().top + to * height;
    if (top < 120) {
      scrollBy(0, top - 120);
    } else if (top > innerHeight - 2 * height) {
      scrollBy(0, top - innerHeight + 2 * height);
    }
    draw();
    drawn.get(to)?.querySelector('a')?.focus({ preventScroll: true });
    draw();
  });

  return {
    node: table,
    begin() {
      size();
      draw();
      addEventListener('scroll', onScroll, { passive: true, signal });
      addEventListener('resize', throttled(100, relay), { signal });
      addEventListener('beforeprint', () => draw([0, Math.min(rows.length, PRINTED)]), { signal });
    },
    /** Whether the change could be shown in place. */
    change(id, incident) {
      const i = index.get(id);
      if (i === undefined || !incident) {
        return false;
      }
      rows[i] = slim(incident);
      const old = drawn.get(i);
      if (old) {
        const held = old.contains(document.activeElement);
        const node = line(i);
        old.replaceWith(node);
        drawn.set(i, node);
        if (held) {
          node.querySelector('a').focus({ preventScroll: true });
        }
        flash(node);
      }
      return true;
    },
  };
}

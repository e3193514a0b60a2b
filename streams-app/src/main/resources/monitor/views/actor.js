// One actor: what it took, when and how, and what others say.
import * as api from '../lib/api.js';
import { KINDS, coverage, yearChart, years } from '../lib/charts.js';
import { flash, h, replace, throttled } from '../lib/dom.js';
import { count, exactMoney, money, percent, period, plural, reportedSpan } from '../lib/format.js';
import { actorHref, actorLink, arrowKeys, certaintyChip, crumb, empty, heading, incidentHref, kindChip, loaded, panel, sum, tile } from '../lib/parts.js';

const PAGE = 200; // incidents an answer, the most that the API gives
const BY_KIND_UP_TO = 1_000; // incidents that are read for the chart by kind; beyond, it shows the sums by year
const ROWS = 50; // incidents listed; the list of incidents has all

export async function actor({ place, parameters: [id], signal, on, title }) {
  const body = h('div', {});
  place.append(crumb('#/', 'All actors'), body);
  const load = async () => {
    const [one, all, incidents] = await Promise.all([api.actor(id, signal), api.actors({}, signal), upTo(BY_KIND_UP_TO, id, signal)]);
    // alone, an actor has a link to its incidents where its totals have their number
    const own = all.items.find((each) => each.actor.id === id) ?? { ...one, incidents: one.incidents.count };
    return { own, all: all.items, incidents };
  };
  await loaded(body, signal, load, (data) => show(data, false));
  const again = throttled(500, async () => {
    try {
      const data = await load();
      if (!signal.aborted) {
        show(data, true);
      }
    } catch {
      // the bar says that the server is away; the next change tries again
    }
  });
  on('total', (change) => change?.id === id && again());
  on('incident', (change) => change?.incident?.actors.some((each) => each.id === id) && again());
  on('reset', again);

  function show({ own, all, incidents }, changed) {
    title(own.actor.name);
    const parent = all.find((each) => each.actor.id === own.actor.sponsor)?.actor;
    const children = all.filter((each) => each.actor.sponsor === id).sort((a, b) => b.lossUsd - a.lossUsd);
    const shares = own.byCertainty ?? {};
    const tiles = h(
      'dl',
      { class: 'tiles' },
      tile('Taken', money(own.lossUsd), exactMoney(own.lossUsd), { id: 'actor-loss', 'data-loss': own.lossUsd }),
      tile('Came back', money(own.recoveredUsd), exactMoney(own.recoveredUsd)),
      tile('Still missing', money(own.netUsd), exactMoney(own.netUsd)),
      tile('Incidents', count(own.incidents), span(own)),
      shares.CONFIRMED && tile('Confirmed', money(shares.CONFIRMED.lossUsd), plural(shares.CONFIRMED.incidents, 'incident')),
      shares.SUSPECTED?.incidents > 0 && tile('Suspected', money(shares.SUSPECTED.lossUsd), plural(shares.SUSPECTED.incidents, 'incident')),
    );
    const held = document.activeElement?.getAttribute?.('href');
    replace(
      body,
      heading(own.actor.name, id !== 'unattributed' && own.actor.sponsor && h('span', { class: 'quiet' }, 'works for ', h('a', { href: actorHref(own.actor.sponsor) }, parent?.name ?? own.actor.sponsor))),
      id === 'unattributed' && h('p', { class: 'lede' }, 'Incidents that no article blames on anybody.'),
      tiles,
      h(
        'div',
        { class: 'cols' },
        h('div', {}, overTime(own, incidents), listed(own, incidents)),
        h('div', {}, own.largest && landmarks(own), children.length > 0 && below(children), reported(own)),
      ),
    );
    if (held) {
      [...body.querySelectorAll('a')].find((link) => link.getAttribute('href') === held)?.focus({ preventScroll: true });
    }
    if (changed) {
      flash(tiles.firstChild);
    }
  }
}

function span({ first, last }) {
  const years = [first, last].map((each) => each?.from?.slice(0, 4)).filter(Boolean);
  return years.length < 2 ? 'undated' : years[0] === years[1] ? years[0] : `${years[0]}–${years[1]}`;
}

async function upTo(most, actor, signal) {
  const items = [];
  let total = 0;
  let cursor = null;
  do {
    const answer = await api.incidents({ actor, sort: 'loss', order: 'desc', limit: PAGE, cursor }, signal);
    items.push(...answer.items);
    ({ total, next: cursor } = answer);
  } while (cursor && total <= most && items.length < most);
  return { items, total };
}

function overTime(own, incidents) {
  let measure = 'loss';
  const place = h('div', {});
  const buttons = ['loss', 'incidents'].map((each) => h('button', { type: 'button', 'aria-pressed': String(each === measure), onclick: () => choose(each) }, each === 'loss' ? 'Loss' : 'Incidents'));
  const complete = incidents.items.length === incidents.total;

  function choose(each) {
    measure = each;
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(['loss', 'incidents'][i] === each)));
    draw();
  }

  function draw() {
    const figures = measure === 'loss' ? own.byYear : own.incidentsByYear;
    const known = years(own.byYear, own.incidentsByYear);
    const named = [...known, ...('unknown' in own.incidentsByYear ? ['unknown'] : [])];
    const rows = named.map((year) => ({ year, incidents: own.incidentsByYear[year] ?? 0, parts: parts(year, figures[year] ?? 0) }));
    if (!rows.some((row) => Object.values(row.parts).some(Boolean))) {
      replace(place, empty(measure === 'loss' ? 'No figure is known' : 'No incidents', 'Articles tell of it without a sum.'));
      return;
    }
    const whole = measure === 'incidents';
    replace(place, yearChart(rows, { title: whole ? 'Incidents by year and kind' : 'Loss by year and kind', show: whole ? count : money, exact: whole ? count : exactMoney }));
  }

  function parts(year, whole) {
    if (!complete) {
      return { ALL: whole };
    }
    const own = incidents.items.filter((each) => (each.period?.from.slice(0, 4) ?? 'unknown') === year);
    const sums = Object.fromEntries(KINDS.map((kind) => [kind, own.filter((each) => each.kind === kind).reduce((total, each) => total + (measure === 'loss' ? each.lossUsd?.best ?? 0 : 1), 0)]));
    // the list and the totals are read one after the other: while they differ, the totals hold
    const total = Object.values(sums).reduce((a, b) => a + b, 0);
    return Math.abs(total - whole) < 0.5 ? sums : { ALL: whole };
  }

  draw();
  return panel({ id: 'time-title', title: 'Over time', side: h('span', { class: 'switch', role: 'group', 'aria-label': 'Measure' }, buttons) }, place);
}

function listed(own, { items, total }) {
  const table = h(
    'table',
    {},
    h('caption', { class: 'unseen' }, `Incidents of ${own.actor.name}`),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Victim'), h('th', { scope: 'col', class: 'narrow-off' }, 'Kind'), h('th', { scope: 'col' }, 'When'), h('th', { scope: 'col', class: 'narrow-off' }, 'Blamed'), h('th', { scope: 'col', class: 'num' }, 'Loss'))),
    h(
      'tbody',
      {},
      items.slice(0, ROWS).map((each) =>
        h('tr', { 'data-id': each.id }, h('th', { scope: 'row' }, h('a', { class: 'strong', href: incidentHref(each.id) }, each.victim.name)), h('td', { class: 'narrow-off' }, kindChip(each.kind)), h('td', { class: 'when' }, period(each.period)), h('td', { class: 'narrow-off' }, each.actors.filter(({ certainty }) => certainty !== 'DENIED').map((one, i) => h('span', { title: one.certainty.toLowerCase() }, i > 0 && ', ', one.id === own.actor.id ? one.name : actorLink(one)))), h('td', { class: 'num' }, each.lossUsd ? sum(each.lossUsd.best) : h('span', { class: 'quiet' }, 'no figure'))),
      ),
    ),
  );
  arrowKeys(table, 'tbody th a');
  const all = `#/incidents?actor=${encodeURIComponent(own.actor.id)}`;
  return panel(
    { id: 'listed-title', title: plural(total, 'incident'), side: h('a', { href: all }, 'Filter and export'), kind: 'ranking' },
    items.length ? h('div', { class: 'scroll' }, table) : empty('No incidents', 'Others report sums for it, but no single event is known.'),
    total > ROWS && h('p', { class: 'show-more' }, h('a', { class: 'button small', href: all }, `Show all ${count(total)}`)),
  );
}

function landmarks(own) {
  const line = (label, ref) => ref && [h('dt', {}, label), h('dd', {}, h('a', { href: incidentHref(ref.id) }, ref.victim), h('br'), h('span', { class: 'quiet' }, `${ref.from ? period({ from: ref.from, to: ref.from }) : 'undated'} · ${ref.lossUsd === null ? 'no figure' : money(ref.lossUsd)}`))];
  return panel({ id: 'marks-title', title: 'Landmarks' }, h('dl', { class: 'facts' }, line('Largest', own.largest), line('First', own.first), line('Latest', own.last)));
}

function below(children) {
  return panel(
    { id: 'below-title', title: 'Below it', side: h('span', { class: 'quiet' }, 'counted in its total') },
    h('table', {}, h('caption', { class: 'unseen' }, 'Actors that work for it'), h('tbody', {}, children.map((each) => h('tr', {}, h('th', { scope: 'row' }, actorLink(each.actor)), h('td', { class: 'num quiet' }, plural(each.incidents, 'incident')), h('td', { class: 'num' }, sum(each.lossUsd)))))),
  );
}

function reported(own) {
  const sorted = own.reported.toSorted((a, b) => b.usd - a.usd);
  return panel(
    { id: 'reported-title', title: 'What others report' },
    sorted.length
      ? h('ul', { class: 'blamed' }, sorted.map((report) => h('li', {}, h('div', { class: 'report-figures' }, h('span', {}, h('b', {}, report.by ?? 'unnamed'), h('span', { class: 'quiet' }, `, ${reportedSpan(report)}`)), sum(report.usd)), coverage(report.coverage), h('div', { class: 'who-says' }, `${percent(report.coverage)} computed: ${exactMoney(report.computedUsd)}`, report.valued && '; reported in another currency'))))
      : empty('No sums over several events', 'Such totals stand beside the computed ones and are never added to them.'),
  );
}

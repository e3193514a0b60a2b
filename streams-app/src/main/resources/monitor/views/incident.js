// One incident: how much and why, who did it and who says so, and every sentence behind it.
import * as api from '../lib/api.js';
import { changes } from '../lib/changes.js';
import { rangeBar } from '../lib/charts.js';
import { announce, flash, h, outside, host, replace, throttled } from '../lib/dom.js';
import { count, day, exactMoney, money, moment, period, plural, sentenceCase } from '../lib/format.js';
import { actorHref, actorLink, certaintyChip, crumb, empty, heading, incidentHref, kindChip, loaded, panel } from '../lib/parts.js';
import { openArticle } from '../lib/sheet.js';

const FIRST_CLAIMS = 40; // more are a click away
const SHOWN_FIGURES = 6; // beside the range; each statement shows its own

export async function incident({ place, query, parameters: [id], signal, on, title, requery }) {
  const body = h('div', {});
  place.append(crumb('#/incidents', 'All incidents'), body);
  let now = null;
  let sheet = null;
  await loaded(body, signal, () => api.incident(id, signal), (found) => show(found, null));

  const again = throttled(400, async () => {
    try {
      const found = await api.incident(id, signal);
      if (!signal.aborted) {
        const told = changes(now, found);
        show(found, told);
        announce(`Changed: ${told.join(', ')}`);
      }
    } catch (failure) {
      if (!signal.aborted && failure.status === 404) {
        replace(body, empty('No article speaks of this incident any more', 'It was withdrawn, corrected or merged into another while you read.'));
      }
    }
  });
  on('incident', (change) => change?.id === id && again());
  on('reset', again);
  requery(inContext);
  signal.addEventListener('abort', () => sheet?.close());
  inContext(query);

  function show(found, told) {
    now = found;
    title(found.victim.name);
    const held = document.activeElement?.getAttribute?.('href');
    const main = figures(found);
    replace(
      body,
      heading(found.victim.name, kindChip(found.kind), h('span', { class: 'quiet' }, period(found.period))),
      found.victim.aliases.length > 0 && h('p', { class: 'lede' }, `Also: ${found.victim.aliases.filter((name) => name !== found.victim.name).join(', ')}`),
      told && h('p', {}, told.map((text) => h('span', { class: 'delta' }, text))),
      h('br'),
      h('div', { class: 'cols' }, h('div', {}, main, statements(found)), h('div', {}, blamed(found), facts(found), rulings(found))),
    );
    if (held) {
      [...body.querySelectorAll('a')].find((link) => link.getAttribute('href') === held)?.focus({ preventScroll: true });
    }
    if (told) {
      flash(main);
    }
  }

  /** Opens the article of the claim that the address names, or closes it. */
  function inContext(asked) {
    const claim = now?.claims.find((each) => each.id === asked.get('claim'));
    sheet?.close();
    sheet = claim
      ? openArticle(claim, id, () => {
          sheet = null;
          if (location.hash.startsWith(incidentHref(id)) && location.hash.includes('claim=')) {
            history.replaceState({ entry: history.state?.entry }, '', incidentHref(id));
          }
          body.querySelector(`[data-claim="${CSS.escape(claim.id)}"] .context`)?.focus({ preventScroll: true });
        })
      : null;
  }
}

const losses = (claim) => claim.amounts.filter(({ role, usd }) => role === 'LOSS' && usd !== null);

function figures(found) {
  const loss = found.lossUsd;
  if (!loss) {
    return panel(
      { id: 'figure-title', title: 'How much' },
      h('div', { class: 'figure-block' }, h('p', { class: 'best quiet' }, 'No figure'), h('p', { class: 'quiet' }, found.records ? `${count(found.records)} people or records affected` : 'No article states what was lost; it counts as an incident and adds nothing to the totals.')),
    );
  }
  const stated = Map.groupBy(found.claims.filter((claim) => losses(claim).length), (claim) => losses(claim)[0].usd);
  const same = loss.low === loss.high;
  return panel(
    { id: 'figure-title', title: 'How much', side: h('span', { class: 'quiet' }, `${plural(found.articles, 'article')}, ${plural(found.publishers, 'publisher')}`) },
    h(
      'div',
      { class: 'figure-block' },
      h('div', {}, h('p', { class: 'best', id: 'incident-best', title: exactMoney(loss.best), 'data-loss': loss.best }, money(loss.best)), h('p', { class: 'best-exact' }, exactMoney(loss.best))),
      h(
        'div',
        {},
        h('p', { class: 'ends' }, same ? h('span', { class: 'quiet' }, 'All figures agree') : [h('span', {}, h('span', { class: 'quiet' }, 'Low '), h('b', { title: exactMoney(loss.low) }, money(loss.low))), h('span', {}, h('span', { class: 'quiet' }, 'High '), h('b', { title: exactMoney(loss.high) }, money(loss.high)))]),
        !same && rangeBar(loss, [...stated.keys()].filter((usd) => usd !== loss.best)),
        h('p', { class: 'stated' }, isSample(found) && h('span', {}, 'Of those quoted:'), [...stated].sort(([a], [b]) => b - a).slice(0, SHOWN_FIGURES).map(([usd, claims]) => h('span', { title: exactMoney(usd) }, h('b', {}, money(usd)), ` by ${plural(new Set(claims.map(({ publisher }) => publisher)).size, 'publisher')}`))),
      ),
    ),
    found.lossReason && h('p', { class: 'why' }, h('b', {}, 'Why this figure. '), `${found.lossReason}.`, found.lossValued && ' No article states dollars: worked out at the month’s rate.'),
  );
}

function blamed(found) {
  if (!found.actors.length) {
    return panel({ id: 'who-title', title: 'Who did it' }, empty('Nobody is blamed', 'No article names an actor.'));
  }
  const order = ['CONFIRMED', 'SUSPECTED', 'DENIED'];
  return panel(
    { id: 'who-title', title: 'Who did it' },
    h(
      'ul',
      { class: 'blamed' },
      found.actors.toSorted((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty)).map((actor) => {
        const claims = found.claims.filter((claim) => claim.actors.some(({ id }) => id === actor.id));
        const says = [...new Set(claims.flatMap(({ attributedBy }) => attributedBy))];
        const ruled = found.rulings.some(({ action, target }) => action === 'SET_ACTOR' && target === actor.id);
        const publishers = [...new Set(claims.map(({ publisher }) => publisher))];
        return h(
          'li',
          {},
          h('div', { class: 'row' }, actorLink(actor, { class: 'strong' }), certaintyChip(actor.certainty)),
          h('p', { class: 'who-says' }, says.length ? `Says ${says.join(', ')}` : ruled ? 'By a ruling' : 'Without naming who says so'),
          publishers.length > 0 && h('p', { class: 'who-says' }, `In ${publishers.slice(0, 4).join(', ')}${publishers.length > 4 ? ` and ${publishers.length - 4} more` : ''}`),
          actor.sponsor && h('p', { class: 'who-says' }, 'Works for ', h('a', { href: actorHref(actor.sponsor) }, found.sponsorNames?.[actor.sponsor] ?? words(actor.sponsor))),
        );
      }),
    ),
  );
}

/** Of many statements an incident quotes some. */
const isSample = (found) => found.articles > new Set(found.claims.map(({ articleId }) => articleId)).size;

/** north-korea -> North Korea, where only the id is known. */
const words = (id) => id.replace(/^\w+:/, '').split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');

function facts(found) {
  const fact = (label, value) => value !== null && value !== undefined && value !== '' && [h('dt', {}, label), h('dd', {}, value)];
  const exact = found.period && (found.period.from === found.period.to ? day(found.period.from) : `${day(found.period.from)} to ${day(found.period.to)}`);
  return panel(
    { id: 'facts-title', title: 'Facts' },
    h(
      'dl',
      { class: 'facts' },
      fact('When', exact ?? 'unknown'),
      fact('Came back', found.recoveredUsd === null ? null : `${exactMoney(found.recoveredUsd)}${found.recoveredValued ? ', at the month’s rate' : ''}`),
      fact('Records', found.records === null ? null : count(found.records)),
      fact('Sources', `${plural(found.articles, 'article')} by ${plural(found.publishers, 'publisher')}`),
      fact('Id', h('code', {}, found.id)),
    ),
  );
}

function rulings(found) {
  return found.rulings.length > 0 && panel(
    { id: 'rulings-title', title: 'Rulings' },
    h('ul', { class: 'blamed' }, found.rulings.map((ruling) => h('li', {}, h('b', {}, sentenceCase(ruling.action)), ruling.lossUsd !== null && ` ${exactMoney(ruling.lossUsd)}`, ruling.target && ` ${ruling.target}`, h('p', {}, `“${ruling.why}”`), h('p', { class: 'who-says' }, `${ruling.by}, ${moment(ruling.at)}`)))),
  );
}

function statements(found) {
  const sorted = found.claims.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  const list = h('ol', { class: 'claims', id: 'claims' });
  const more = h('p', { class: 'show-more' }, h('button', { type: 'button', class: 'button small', onclick: all }, `Show all ${count(sorted.length)}`));
  list.append(...sorted.slice(0, FIRST_CLAIMS).map((claim) => statement(claim, found.id)));

  function all() {
    list.append(...sorted.slice(FIRST_CLAIMS).map((claim) => statement(claim, found.id)));
    more.remove();
  }

  return panel(
    { id: 'claims-title', title: `What ${sorted.length === 1 ? 'the article says' : 'articles say'}`, side: h('span', { class: 'quiet' }, isSample(found) ? `${plural(sorted.length, 'statement')} quoted, of ${plural(found.articles, 'article')}` : plural(sorted.length, 'statement')) },
    sorted.length ? list : empty('No statements', 'The figures rest on a ruling alone.'),
    sorted.length > FIRST_CLAIMS && more,
  );
}

function statement(claim, incident) {
  return h(
    'li',
    { 'data-claim': claim.id },
    h('div', { class: 'claim-head' }, h('b', {}, claim.publisher), h('time', { class: 'quiet', datetime: claim.publishedAt, title: moment(claim.publishedAt) }, day(claim.publishedAt)), h('span', { class: 'sum' }, stated(claim))),
    h('blockquote', {}, claim.evidence?.sentence ?? claim.evidence ?? ''),
    h(
      'div',
      { class: 'claim-foot' },
      h('a', { class: 'context', href: `${incidentHref(incident)}?claim=${encodeURIComponent(claim.id)}` }, 'In context', h('span', { class: 'unseen' }, ` of ${claim.title ?? claim.publisher}`)),
      outside(claim.url, claim.title || host(claim.url)),
      claim.attributedBy.length > 0 && h('span', { class: 'quiet' }, `says ${claim.attributedBy.join(', ')}`),
    ),
  );
}

const BOUNDS = { AT_LEAST: 'at least ', AT_MOST: 'at most ' };
const ROLES = { DEMAND: ' demanded', RECOVERY: ' recovered' };

/** What the statement says of money, as it says it. */
function stated(claim) {
  const amount = claim.amounts.find(({ role }) => role === 'LOSS') ?? claim.amounts[0];
  if (!amount) {
    return h('span', { class: 'quiet' }, claim.vague ?? 'no figure');
  }
  const dollars = amount.usd === null ? '' : money(amount.usd);
  const own = amount.currency === 'USD' ? dollars : `${count(amount.value)} ${amount.currency}${dollars && ` ≈ ${dollars}`}`;
  const rate = amount.rate && `one ${amount.rate.currency} was ${exactMoney(amount.rate.usd)} in ${amount.rate.month} (${amount.rate.source})`;
  return h('span', { title: rate || exactMoney(amount.usd) }, BOUNDS[amount.bound] ?? '', own, ROLES[amount.role] ?? '');
}

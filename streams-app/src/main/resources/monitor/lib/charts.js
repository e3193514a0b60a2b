// Small pictures of figures. Each says in words what it shows.
import { h, s } from './dom.js';
import { count, exactMoney, kindName, money, percent, plural } from './format.js';

export const KINDS = ['THEFT', 'EXTORTION', 'BREACH'];

/** The years from the first to the last that have a figure; `unknown` stands apart. */
export function years(...maps) {
  const known = maps.flatMap((map) => Object.keys(map ?? {})).filter((year) => /^\d{4}$/.test(year)).map(Number);
  if (!known.length) {
    return [];
  }
  const first = Math.min(...known);
  const last = Math.max(...known);
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

/** A bar a year, all actors on the same years, so that rows compare. */
export function sparkline(byYear, span) {
  const width = 132;
  const height = 26;
  const step = width / Math.max(span.length, 8);
  const most = Math.max(1, ...span.map((year) => byYear[year] ?? 0));
  const told = span.filter((year) => byYear[year]).map((year) => `${year} ${money(byYear[year])}`);
  return s(
    'svg',
    {
      class: 'spark',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': told.length ? `Loss by year: ${told.join(', ')}` : 'No loss with a year',
    },
    s('path', { class: 'spark-base', d: `M0 ${height - 0.5}H${width}` }),
    span.map((year, i) => {
      const usd = byYear[year] ?? 0;
      // a loss that is small beside the largest is still seen
      const size = usd ? Math.max(2, (usd / most) * (height - 2)) : 0;
      return (
        usd > 0 &&
        s(
          'rect',
          { x: (i * step + 0.5).toFixed(2), y: (height - 1 - size).toFixed(2), width: Math.max(1.5, step - 1.5).toFixed(2), height: size.toFixed(2), rx: 1 },
          s('title', {}, `${year}: ${exactMoney(usd)}`),
        )
      );
    }),
  );
}

/** How much of what others report the ledger has computed. Full is what they report. */
export function coverage(part, label) {
  const shown = Math.min(part, 1);
  const bar = h('span', { class: part > 1 ? 'cover over' : 'cover', role: 'img', 'aria-label': label ?? `${percent(part)} of it computed` }, h('span', { class: 'cover-fill' }));
  bar.firstChild.style.width = `${shown * 100}%`;
  return bar;
}

/**
 * A chart with a column a year, stacked by kind where that is known. Below it the same as a table.
 *
 * @param rows each `year`, `parts` (kind to number; the key ALL where kinds are not known), `incidents`
 */
export function yearChart(rows, { title, show, exact }) {
  const sums = rows.map((row) => Object.values(row.parts).reduce((a, b) => a + b, 0));
  const top = niceTop(Math.max(...sums, 1));
  const ticks = [1, 0.75, 0.5, 0.25, 0];
  const every = Math.ceil(rows.length / 14);
  const kinds = [...KINDS, 'ALL'].filter((kind) => rows.some((row) => row.parts[kind]));
  const tip = h('div', { class: 'tip', hidden: true });
  const plot = h(
    'div',
    { class: 'plot' },
    rows.map((row, i) => {
      const column = h(
        'div',
        { class: 'column' },
        h(
          'div',
          { class: 'stack' },
          kinds.toReversed().map((kind) => {
            const part = h('span', { class: `part kind-${kind}` });
            part.style.height = `${((row.parts[kind] ?? 0) / top) * 100}%`;
            return part;
          }),
        ),
        h('span', { class: 'year' }, i % every === 0 || rows.length < 9 ? row.label ?? row.year : ''),
      );
      column.addEventListener('pointerenter', () => {
        tip.replaceChildren(
          h('strong', {}, row.year),
          h('span', {}, exact(sums[i])),
          ...(kinds.length > 1 ? kinds.filter((kind) => row.parts[kind]).map((kind) => h('span', { class: 'tip-part' }, h('i', { class: `dot kind-${kind}` }), `${kindName(kind)} ${show(row.parts[kind])}`)) : []),
          h('span', { class: 'quiet' }, plural(row.incidents ?? 0, 'incident')),
        );
        tip.hidden = false;
        const left = ((i + 0.5) / rows.length) * 100;
        tip.style.left = `${left}%`;
        tip.dataset.side = left > 70 ? 'left' : left < 30 ? 'right' : 'middle';
      });
      column.addEventListener('pointerleave', () => {
        tip.hidden = true;
      });
      return column;
    }),
    tip,
  );
  const axis = h('div', { class: 'axis' }, ticks.map((tick) => h('span', {}, tick === 0 ? '0' : show(top * tick))));
  return h(
    'figure',
    { class: 'chart' },
    h('div', { class: 'chart-area', role: 'img', 'aria-label': `${title}. The table below has the figures.` }, axis, plot),
    kinds.length > 1 && h('div', { class: 'legend' }, kinds.map((kind) => h('span', {}, h('i', { class: `dot kind-${kind}` }), kindName(kind)))),
    h(
      'details',
      { class: 'figures' },
      h('summary', {}, 'Figures as a table'),
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, title),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Year'), kinds.length > 1 && kinds.map((kind) => h('th', { scope: 'col', class: 'num' }, kindName(kind))), h('th', { scope: 'col', class: 'num' }, 'All'), h('th', { scope: 'col', class: 'num' }, 'Incidents'))),
        h(
          'tbody',
          {},
          rows.map(
            (row, i) =>
              sums[i] + (row.incidents ?? 0) > 0 &&
              h('tr', {}, h('th', { scope: 'row' }, row.year), kinds.length > 1 && kinds.map((kind) => h('td', { class: 'num' }, exact(row.parts[kind] ?? 0))), h('td', { class: 'num' }, exact(sums[i])), h('td', { class: 'num' }, count(row.incidents ?? 0))),
          ),
        ),
      ),
    ),
  );
}

/** The next figure above that divides well by four. */
function niceTop(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= value) ?? value;
}

const ZOOM_FROM = 0.5; // figures that all lie in the upper half of the line are shown closer, from a round sum on

/** Low, best and high on one line, and a dot for each other figure that an article states. */
export function rangeBar({ low, best, high }, stated) {
  const most = Math.max(high, ...stated) || 1;
  const least = Math.min(low, ...stated);
  const step = 10 ** Math.floor(Math.log10(Math.max(most - least, 1)));
  const zoomed = least > most * ZOOM_FROM && most > least;
  const start = zoomed ? Math.floor((least - step) / step) * step : 0;
  const end = zoomed ? Math.ceil((most + step) / step) * step : most;
  const share = (usd) => ((usd - start) / (end - start)) * 100;
  const at = (usd) => `${share(usd)}%`;
  const span = h('span', { class: 'range-span' });
  span.style.left = at(low);
  span.style.width = `${share(high) - share(low)}%`;
  const mark = h('span', { class: 'range-best' });
  mark.style.left = at(best);
  const ticks = stated.map((usd) => {
    const tick = h('span', { class: 'range-tick' });
    tick.style.left = at(usd);
    return tick;
  });
  return h(
    'div',
    { class: 'range', role: 'img', 'aria-label': `Between ${exactMoney(low)} and ${exactMoney(high)}, best ${exactMoney(best)}` },
    h('span', { class: 'range-line' }, span, ticks, mark),
    h('span', { class: 'range-ends' }, h('span', {}, money(start)), h('span', {}, money(end))),
  );
}

/** The last values of something measured, oldest first. */
export function trace(values, label) {
  const width = 96;
  const height = 22;
  const most = Math.max(1, ...values);
  const step = values.length > 1 ? width / (values.length - 1) : width;
  const path = values.map((value, i) => `${i ? 'L' : 'M'}${(i * step).toFixed(1)} ${(height - 1.5 - (value / most) * (height - 4)).toFixed(1)}`).join('');
  return s('svg', { class: 'trace', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label }, s('path', { d: path }));
}

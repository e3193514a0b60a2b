// The page: what stands around the views, and which view is shown.
import * as api from './lib/api.js';
import { announce, h, icon, replace } from './lib/dom.js';
import { duration } from './lib/format.js';
import { listen } from './lib/live.js';
import { empty } from './lib/parts.js';
import { finder } from './lib/finder.js';
import { actor } from './views/actor.js';
import { feeds } from './views/feeds.js';
import { incident } from './views/incident.js';
import { incidents } from './views/incidents.js';
import { overview } from './views/overview.js';
import { system } from './views/system.js';

const STATS_MS = 3_000; // how often the state of the whole is asked for while the page is seen
const STALE_MS = 10_000; // figures older than this are said to be old

const ROUTES = [
  [/^$/, overview],
  [/^actors\/([^/]+)$/, actor],
  [/^incidents$/, incidents],
  [/^incidents\/([^/]+)$/, incident],
  [/^feeds$/, feeds],
  [/^system$/, system],
];

const SECTIONS = [
  ['#/', 'Overview', 'overview', /^(actors\/.*)?$/],
  ['#/incidents', 'Incidents', 'incidents', /^incidents/],
  ['#/feeds', 'Feeds', 'feeds', /^feeds/],
  ['#/system', 'System', 'system', /^system/],
];

const main = document.getElementById('main');

// ---- what changes, passed on to the view that is shown

const hub = new EventTarget();

/** Calls `act` with the data of each event of a type until the view is left. */
function on(type, signal, act) {
  hub.addEventListener(type, (event) => act(event.detail), { signal });
}

const emit = (type, detail) => hub.dispatchEvent(new CustomEvent(type, { detail }));

// ---- the state of it all

const status = { stream: 'connecting', stats: null, failure: null };
const pill = h('span', { class: 'pill', id: 'status' }, h('span', {}, 'Connecting'));
const banner = h('p', { class: 'banner', hidden: true, role: 'status' });

function showStatus() {
  const [state, text, detail] = describe();
  if (pill.dataset.state !== state || pill.textContent !== text) {
    pill.dataset.state = state;
    pill.title = detail;
    replace(pill, h('span', {}, text));
  }
  const warning = state === 'live' || !status.settled ? '' : detail;
  if (banner.textContent !== warning) {
    banner.textContent = warning;
    banner.hidden = !warning;
  }
}

function describe() {
  const model = status.stats?.readModel;
  if (status.failure && status.stream !== 'live') {
    return ['bad', 'No connection', 'Heistline does not answer. What you see is the last that was known; the page goes on by itself once it is back.'];
  }
  if (status.stream === 'offline') {
    return ['warn', 'Reconnecting', 'The live stream broke off and is being taken up where it was.'];
  }
  if (model?.state === 'CATCHING_UP') {
    return ['warn', 'Catching up', 'Heistline is still reading its topics: figures are incomplete and rise until it is done.'];
  }
  if (model?.state === 'STALE' || model?.ageMs > STALE_MS) {
    return ['warn', `${duration(model.ageMs)} old`, `Figures are ${duration(model.ageMs)} old: Heistline does not reach its broker, and goes on by itself once it does.`];
  }
  if (status.stream === 'connecting') {
    return ['warn', 'Connecting', 'The live stream is being opened.'];
  }
  return ['live', 'Live', 'Every change shows at once.'];
}

async function askStats() {
  try {
    status.stats = await api.stats();
    status.failure = null;
    emit('stats', status.stats);
  } catch (failure) {
    status.failure = failure;
  }
  showStatus();
}

let statsDue = 0;
async function keepAsking() {
  clearTimeout(statsDue);
  if (!document.hidden) {
    await askStats();
  }
  statsDue = setTimeout(keepAsking, STATS_MS);
}

/** Asks at once, for figures that an event has just made old. */
function refreshStats() {
  clearTimeout(statsDue);
  statsDue = setTimeout(keepAsking, 250);
}

// ---- the bar

const themes = { '': ['auto', 'Theme: as the system'], light: ['sun', 'Theme: light'], dark: ['moon', 'Theme: dark'] };

function themeButton() {
  const button = h('button', { type: 'button', class: 'glyph', id: 'theme', onclick: next });
  const root = document.documentElement;
  function show() {
    const [picture, label] = themes[root.dataset.theme ?? ''];
    replace(button, icon(picture));
    button.title = label;
    button.setAttribute('aria-label', label);
  }
  function next() {
    const order = Object.keys(themes);
    const theme = order[(order.indexOf(root.dataset.theme ?? '') + 1) % order.length];
    if (theme) {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
    try {
      localStorage.setItem('heistline.theme', theme);
    } catch {
      // storage is closed to this page: the choice holds until it is left
    }
    show();
    announce(themes[theme][1]);
  }
  show();
  return button;
}

const links = SECTIONS.map(([href, text, picture, owns]) => {
  const link = h('a', { href }, icon(picture), text);
  return { link, owns };
});

function frame() {
  replace(
    document.getElementById('bar'),
    h('a', { class: 'brand', href: '#/', 'aria-label': 'Heistline, overview' }, h('img', { src: 'icon.svg', alt: '' }), h('span', {}, 'Heistline')),
    h('nav', { class: 'nav', 'aria-label': 'Main' }, links.map(({ link }) => link)),
    h('div', { class: 'bar-end' }, finder(), pill, themeButton()),
  );
  document.getElementById('bar').after(banner);
  replace(
    document.getElementById('foot'),
    h('span', {}, 'Computed from what articles say; each figure leads to its sentences.'),
    h('span', { class: 'foot-end row' }, h('a', { href: 'feeds/incidents.atom' }, 'Atom feed'), h('a', { href: 'openapi.json' }, 'API'), h('span', {}, h('kbd', {}, '/'), ' search ', h('kbd', {}, '↑'), ' ', h('kbd', {}, '↓'), ' move')),
  );
  document.getElementById('skip').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
}

// ---- routing

let shown = { path: null, leave: new AbortController(), requery: null };
const scrolls = new Map();
let entry = null;

function address() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  return { path, query: new URLSearchParams(query ?? '') };
}

async function route() {
  const { path, query } = address();
  const returning = history.state?.entry;
  if (!returning) {
    history.replaceState({ entry: `${Date.now()}-${Math.random()}` }, '');
  }
  entry = history.state.entry;
  if (shown.path === path && shown.requery) {
    shown.requery(query);
    return;
  }
  const first = shown.path === null;
  shown.leave.abort();
  const leave = new AbortController();
  shown = { path, leave, requery: null };
  for (const { link, owns } of links) {
    if (owns.test(path)) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  const match = ROUTES.map(([pattern, view]) => [pattern.exec(path), view]).find(([found]) => found);
  replace(main);
  title('');
  if (!match) {
    replace(main, empty('There is no such page', 'The address may be mistyped.'));
    return;
  }
  const [found, view] = match;
  const place = h('div', {});
  main.append(place);
  scrollTo(0, 0);
  const ready = view({
    place,
    query,
    parameters: found.slice(1).map(decode),
    signal: leave.signal,
    on: (type, act) => on(type, leave.signal, act),
    stats: () => status.stats,
    refreshStats,
    title,
    requery: (act) => {
      shown.requery = act;
    },
  });
  if (!first) {
    (main.querySelector('h1') ?? main).focus({ preventScroll: true });
  }
  await ready;
  if (returning && scrolls.has(returning) && shown.leave === leave) {
    scrollTo(0, scrolls.get(returning));
  }
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function title(text) {
  document.title = text ? `${text} · Heistline` : 'Heistline';
}

addEventListener('scroll', () => entry && scrolls.set(entry, scrollY), { passive: true });
addEventListener('hashchange', () => shown.path !== null && route());

frame();
showStatus();
setTimeout(() => {
  status.settled = true;
  showStatus();
}, 2_000);
void keepAsking();
document.addEventListener('visibilitychange', () => document.hidden || keepAsking());

// A view is loaded once the stream is open, so that no change falls between the two. Where that takes long, it is
// loaded at once, and anew when the stream is there.
const STREAM_PATIENCE_MS = 600;
let streamed = null;
const opened = new Promise((resolve) => {
  streamed = resolve;
});
let loadedWithout = false;
setTimeout(() => {
  if (status.stream !== 'live') {
    loadedWithout = true;
    streamed();
  }
}, STREAM_PATIENCE_MS);

listen('api/events', emit, (state) => {
  const before = status.stream;
  status.stream = state === 'connecting' && before === 'offline' ? 'offline' : state;
  if (state === 'live' && before === 'offline') {
    refreshStats();
  }
  if (state === 'live') {
    streamed();
    if (loadedWithout) {
      loadedWithout = false;
      emit('reset', null);
    }
  }
  showStatus();
});
await opened;
void route();

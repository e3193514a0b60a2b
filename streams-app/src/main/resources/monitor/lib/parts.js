// Parts that several views share.
import { ApiError } from './api.js';
import { announce, h, icon, replace } from './dom.js';
import { ago, certaintyName, exactMoney, kindName, moment, money } from './format.js';

const RETRY_MS = 3_000;

export function actorLink(actor, attributes) {
  return h('a', { ...attributes, href: actorHref(actor.id) }, actor.name);
}

export const actorHref = (id) => `#/actors/${encodeURIComponent(id)}`;
export const incidentHref = (id) => `#/incidents/${encodeURIComponent(id)}`;

/** A rounded sum with the exact one on hover. */
export function sum(usd, attributes) {
  return h('span', { ...attributes, class: `sum ${attributes?.class ?? ''}`, title: exactMoney(usd) }, money(usd));
}

export function kindChip(kind) {
  return h('span', { class: 'kind' }, h('i', { class: `dot kind-${kind}` }), kindName(kind));
}

export function certaintyChip(certainty) {
  return h('span', { class: `chip certainty-${certainty}` }, certaintyName(certainty));
}

export function tile(label, value, note, attributes) {
  return h('div', { class: 'tile', ...attributes }, h('dt', {}, label), h('dd', {}, value), note && h('dd', { class: 'quiet note' }, note));
}

/** A titled part of a page; `side` stands across from the title. */
export function panel({ id, title, side, kind }, ...children) {
  return h(
    'section',
    { class: `panel ${kind ?? ''}`, 'aria-labelledby': id },
    h('div', { class: 'panel-head' }, h('h2', { id }, title), side),
    children,
  );
}

/** When, as time since then; the text keeps up with the clock. */
export function since(iso, attributes) {
  const node = h('time', { ...attributes, datetime: iso, title: moment(iso), 'data-since': iso });
  node.textContent = ago(Date.now() - Date.parse(iso));
  return node;
}

setInterval(() => {
  for (const node of document.querySelectorAll('[data-since]')) {
    const text = ago(Date.now() - Date.parse(node.dataset.since));
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }
}, 5_000);

export function empty(title, detail) {
  return h('div', { class: 'state' }, h('p', { class: 'state-title' }, title), detail && h('p', {}, detail));
}

/** Grey lines where content is about to be. */
export function skeleton(lines) {
  return h('div', { class: 'skeleton', role: 'status' }, h('span', { class: 'unseen' }, 'Loading'), Array.from({ length: lines }, () => h('span', { class: 'bone' })));
}

/**
 * Shows bones, loads, then shows. A failure is told with what to do; one of the server, which may pass by itself, is
 * tried again by itself, too.
 */
export async function loaded(place, signal, load, show, bones = 8) {
  replace(place, skeleton(bones));
  for (;;) {
    try {
      const data = await load();
      if (!signal.aborted) {
        await show(data);
      }
      return;
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      if (!(failure instanceof ApiError)) {
        throw failure;
      }
      announce(failure.title);
      const again = wait(failure.status === 0 || failure.status >= 500);
      replace(place, trouble(failure, again.now));
      if (!(await again.done) || signal.aborted) {
        return;
      }
    }
  }

  function wait(alone) {
    let now;
    const done = new Promise((resolve) => {
      now = () => resolve(true);
      signal.addEventListener('abort', () => resolve(false), { once: true });
      if (alone) {
        setTimeout(() => resolve(true), RETRY_MS);
      }
    });
    return { now, done };
  }
}

function trouble(failure, retry) {
  const missing = failure.status === 404;
  return h(
    'div',
    { class: 'state trouble', role: 'alert' },
    h('p', { class: 'state-title' }, missing ? 'Not in the ledger' : failure.title),
    h('p', {}, missing ? 'It may have been withdrawn, merged into another, or the address is mistyped.' : failure.message),
    h('p', { class: 'row' }, h('button', { type: 'button', class: 'button', onclick: retry }, 'Try again'), location.hash.length > 2 && h('a', { class: 'button plain', href: '#/' }, 'To the overview')),
  );
}

/** Arrow keys, Home and End go through the links of a list. */
export function arrowKeys(container, selector) {
  container.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = event.target.closest?.(selector);
    if (!from || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const all = [...container.querySelectorAll(selector)];
    const target = step ? all[all.indexOf(from) + step] : { Home: all[0], End: all.at(-1) }[event.key];
    if (target) {
      event.preventDefault();
      target.focus();
    }
  });
}

export function heading(text, ...beside) {
  return h('div', { class: 'heading' }, h('h1', { tabindex: '-1' }, text), beside);
}

export function crumb(href, text) {
  return h('nav', { class: 'crumb', 'aria-label': 'Back' }, h('a', { href }, icon('chevron'), text));
}

// The search field in the bar: actors and incidents as one types. `/` goes to it from anywhere.
import * as api from './api.js';
import { announce, h, icon, replace } from './dom.js';
import { money, period, plural } from './format.js';
import { actorHref, incidentHref } from './parts.js';

const PAUSE_MS = 140; // between two keys; a search a word, not a letter
const ACTORS = 4;
const INCIDENTS = 6;

export function finder() {
  const list = h('div', { class: 'hints', id: 'hints', role: 'listbox', 'aria-label': 'Found', hidden: true });
  const input = h('input', {
    type: 'search',
    id: 'find',
    placeholder: 'Search actors, victims …',
    autocomplete: 'off',
    spellcheck: 'false',
    role: 'combobox',
    'aria-label': 'Search actors and incidents',
    'aria-expanded': 'false',
    'aria-controls': 'hints',
    'aria-autocomplete': 'list',
  });
  let options = [];
  let chosen = -1;
  let asked = new AbortController();
  let timer = 0;

  function close() {
    clearTimeout(timer);
    asked.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    options = [];
    chosen = -1;
  }

  function go(href) {
    close();
    input.value = '';
    input.blur();
    location.hash = href;
  }

  async function look() {
    const q = input.value.trim();
    asked.abort();
    if (!q) {
      close();
      return;
    }
    asked = new AbortController();
    const { signal } = asked;
    try {
      const [actors, incidents] = await Promise.all([api.actors({ q }, signal), api.incidents({ q, limit: INCIDENTS, sort: 'loss', order: 'desc' }, signal)]);
      if (signal.aborted) {
        return;
      }
      options = [
        ...actors.items.slice(0, ACTORS).map((each) => [actorHref(each.actor.id), each.actor.name, `${money(each.lossUsd)}, ${plural(each.incidents, 'incident')}`]),
        ...incidents.items.map((each) => [incidentHref(each.id), each.victim.name, `${each.lossUsd ? money(each.lossUsd.best) : 'no figure'}, ${period(each.period)}`]),
        [`#/incidents?q=${encodeURIComponent(q)}`, `All incidents with “${q}”`, plural(incidents.total, 'found', 'found')],
      ];
      replace(
        list,
        options.map(([href, name, note], i) =>
          h('div', { role: 'option', id: `hint-${i}`, 'aria-selected': 'false', onpointerdown: (event) => event.preventDefault(), onclick: () => go(href) }, h('span', {}, name), h('span', { class: 'quiet' }, note)),
        ),
      );
      choose(0);
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      announce(plural(options.length - 1, 'suggestion'));
    } catch {
      close(); // a suggestion that cannot be had is none; Enter still searches
    }
  }

  function choose(next) {
    chosen = next;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)));
    input.setAttribute('aria-activedescendant', `hint-${chosen}`);
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
      input.blur();
    } else if (event.key === 'Enter' && input.value.trim()) {
      go(options[chosen]?.[0] ?? `#/incidents?q=${encodeURIComponent(input.value.trim())}`);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length) {
      event.preventDefault();
      choose((chosen + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    }
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  return h('div', { class: 'find', role: 'search' }, icon('search'), input, h('kbd', { 'aria-hidden': 'true' }, '/'), list);
}

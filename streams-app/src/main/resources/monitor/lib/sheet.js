// An article's text beside the page, with the sentence that a figure came from.
import * as api from './api.js';
import { h, icon, outside, host, replace } from './dom.js';
import { day, moment } from './format.js';
import { incidentHref, loaded } from './parts.js';

/**
 * Opens the article of a claim and scrolls to its sentence.
 *
 * @param incident id of the incident that is looked at; sentences about others lead to them
 * @param closed called once the reader has closed it
 */
export function openArticle(claim, incident, closed) {
  const leave = new AbortController();
  const body = h('div', { class: 'sheet-body', tabindex: '0', role: 'region', 'aria-label': 'Text of the article' });
  const dialog = h(
    'dialog',
    { class: 'sheet', id: 'article', 'aria-labelledby': 'article-title' },
    h(
      'header',
      { class: 'sheet-head' },
      h('div', {}, h('h2', { id: 'article-title' }, claim.title || host(claim.url)), h('div', { class: 'claim-foot' }, h('b', {}, claim.publisher), h('time', { class: 'quiet', datetime: claim.publishedAt, title: moment(claim.publishedAt) }, day(claim.publishedAt)), outside(claim.url, host(claim.url)))),
      h('button', { type: 'button', class: 'glyph', 'aria-label': 'Close', title: 'Close (Esc)', onclick: () => dialog.close() }, icon('close')),
    ),
    body,
  );
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    leave.abort();
    dialog.remove();
    closed();
  });
  document.getElementById('layer').append(dialog);
  dialog.showModal();
  void loaded(body, leave.signal, () => api.article(claim.articleId, leave.signal), (article) => {
    const { node, current } = marked(article, claim, incident);
    replace(body, !current && h('p', { class: 'why' }, 'The article has been changed since; this sentence is no longer in it: ', h('q', {}, claim.evidence?.sentence)), node);
    current?.scrollIntoView({ block: 'center' });
  }, 12);
  return { close: () => dialog.open && dialog.close() };
}

/** The text in paragraphs, its sentences marked where claims come from them. */
function marked({ text, claims }, wanted, incident) {
  const own = place(text, { ...wanted.evidence, id: wanted.id });
  const spans = [...claims.filter(({ id }) => id !== wanted.id).map((each) => place(text, each)), own].filter(Boolean);
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to]), ...breaks(text)])].sort((a, b) => a - b);
  const node = h('div', { class: 'text' });
  let paragraph = h('p', {});
  let current = null;
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i], edges[i + 1]];
    const piece = text.slice(from, to);
    if (/^\n+$/.test(piece)) {
      if (paragraph.hasChildNodes()) {
        node.append(paragraph);
      }
      paragraph = h('p', {});
      continue;
    }
    const over = spans.filter((span) => span.from <= from && span.to >= to);
    if (own && over.includes(own)) {
      const mark = h('mark', { class: 'current' }, piece);
      current ??= mark;
      paragraph.append(mark);
    } else if (over.length) {
      const other = claims.find(({ id, incident: of }) => over.some((span) => span.id === id) && of && of !== incident);
      paragraph.append(h('mark', {}, other ? h('a', { href: incidentHref(other.incident) }, piece) : piece));
    } else {
      paragraph.append(piece);
    }
  }
  node.append(paragraph);
  return { node, current };
}

/** Where the sentence stands: as told, or, in an article that changed, where it is found. */
function place(text, { id, sentence, from, to }) {
  if (sentence === undefined || (to > from && text.slice(from, to) === sentence)) {
    return to > from && to <= text.length ? { id, from, to } : null;
  }
  const at = text.indexOf(sentence);
  return at < 0 ? null : { id, from: at, to: at + sentence.length };
}

function breaks(text) {
  return [...text.matchAll(/\n+/g)].flatMap((match) => [match.index, match.index + match[0].length]);
}

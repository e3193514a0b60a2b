// Builds nodes. Text only ever becomes text: nothing here parses markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. Attributes are set as attributes, `on...` adds a listener, null ones are left out. */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function s(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(node, child);
    } else if (child !== null && child !== undefined && child !== false) {
      node.append(child instanceof Node ? child : String(child));
    }
  }
}

export function replace(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

/** A link to somebody else's page: only http and https become links, anything else stays text. */
export function outside(url, label, attributes) {
  const address = webAddress(url);
  if (address === null) {
    return h('span', { ...attributes, title: 'This address is no web page and is not linked' }, label);
  }
  return h(
    'a',
    { ...attributes, href: address, rel: 'noopener noreferrer nofollow', target: '_blank' },
    label,
    icon('out'),
    h('span', { class: 'unseen' }, ' (opens in a new tab)'),
  );
}

function webAddress(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch {
    return null;
  }
}

/** The host of an address, for showing. */
export function host(url) {
  try {
    return new URL(url).host.replace(/^www\./, '') || url;
  } catch {
    return url;
  }
}

const ICONS = {
  out: 'M6 3H3.5v9.5H13V10M9 3h4v4M13 3L7 9',
  sun: 'M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  moon: 'M13 9.6A5.6 5.6 0 016.4 3 5.6 5.6 0 1013 9.6z',
  auto: 'M8 2.2a5.8 5.8 0 100 11.6A5.8 5.8 0 008 2.2zM8 2.2v11.6M10 4v8M12 5.5v5',
  search: 'M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.3 10.3L14 14',
  close: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M6 3.5L10.5 8 6 12.5',
  overview: 'M2.5 13.5v-4h3v4M6.5 13.5v-7h3v7M10.5 13.5v-11h3v11',
  incidents: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  feeds: 'M3 8.5A4.5 4.5 0 017.5 13M3 4a9 9 0 019 9M3.5 12.5h.1',
  system: 'M1.5 8.5h3l2-5 3 9 2-4h3',
  quote: 'M3 4.5h10M3 8h10M3 11.5h6',
};

export function icon(name) {
  return s(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    s('path', { d: ICONS[name] }),
  );
}

/** Says something to a screen reader without moving the focus. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

/** Lights a node up for a moment, so that the eye finds what changed. */
export function flash(node) {
  node.classList.remove('flash');
  void node.offsetWidth; // restarts the animation
  node.classList.add('flash');
}

/** Collects calls and makes one of them, at most every `ms`. */
export function throttled(ms, act) {
  let timer = 0;
  let last = 0;
  const run = () => {
    timer = 0;
    last = performance.now();
    act();
  };
  const call = () => {
    if (!timer) {
      timer = setTimeout(run, Math.max(0, ms - (performance.now() - last)));
    }
  };
  call.cancel = () => clearTimeout(timer);
  return call;
}

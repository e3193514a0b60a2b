// The stream of changes. Reads server-sent events by fetch, which, unlike EventSource, can say after an
// error answer where it was (Last-Event-ID) and how long it waits.

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const HIDDEN_MS = 10_000; // a page out of sight this long gives its connection back: a browser has six a server
const SILENCE_MS = 45_000; // three missed pings: the connection is dead, whatever the socket says

/**
 * Calls `onEvent(type, data)` for each event and `onState('live' | 'connecting' | 'offline', waitMs)` as the
 * connection comes and goes, for as long as the page is open. After a loss it goes on where it was; a gap the
 * server cannot fill arrives as the event `reset`.
 */
export function listen(path, onEvent, onState) {
  let lastId = null;
  let wait = FIRST_WAIT_MS;
  let wake = null;
  let open = null;
  let hiding = 0;

  async function run() {
    for (;;) {
      while (document.hidden) {
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
      onState('connecting', 0);
      try {
        await read();
      } catch {
        // the connection broke; below it is made anew
      }
      if (document.hidden) {
        continue; // it was given back, and is taken up again once somebody looks
      }
      onState('offline', wait);
      await new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, wait);
      });
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  async function read() {
    const abort = new AbortController();
    open = abort;
    let silence = setTimeout(() => abort.abort(), SILENCE_MS);
    try {
      const headers = { Accept: 'text/event-stream' };
      if (lastId !== null) {
        headers['Last-Event-ID'] = lastId;
      }
      const answer = await fetch(path, { headers, cache: 'no-store', signal: abort.signal });
      if (!answer.ok || !answer.body) {
        throw new Error(`the server answered ${answer.status}`);
      }
      wait = FIRST_WAIT_MS;
      onState('live', 0);
      const parse = parser((id) => {
        lastId = id;
      }, onEvent);
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), SILENCE_MS);
        parse(part.value);
      }
    } finally {
      clearTimeout(silence);
      abort.abort();
    }
  }

  addEventListener('online', () => wake?.());
  addEventListener('pagehide', () => open?.abort());
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding);
    if (document.hidden) {
      hiding = setTimeout(() => open?.abort(), HIDDEN_MS);
    } else {
      wake?.();
    }
  });
  void run();
}

/** Takes text in pieces of any size and gives whole events, each after the id that it was sent under. */
function parser(seen, emit) {
  let rest = '';
  let type = 'message';
  let data = [];
  let id = null;
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === '') {
        if (id !== null) {
          seen(id);
        }
        if (data.length) {
          emit(type, decode(data.join('\n')));
        }
        type = 'message';
        data = [];
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'event') {
        type = value;
      } else if (field === 'data') {
        data.push(value);
      } else if (field === 'id') {
        id = value;
      }
    }
  };
}

function decode(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

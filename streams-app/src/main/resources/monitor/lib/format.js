// Figures, dates and words as people read them. Exact figures go beside rounded ones.

const UNITS = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
];

/** Three digits that count: $1.46B, $625M, $81M, $7,400 is $7.4K. */
export function money(usd) {
  if (usd === null || usd === undefined) {
    return '–';
  }
  const size = Math.abs(usd);
  for (const [unit, letter] of UNITS) {
    // 999,999 is $1M, not $1000K
    if (size >= unit * 0.9995) {
      const value = usd / unit;
      const digits = Math.abs(value) >= 99.95 ? 0 : Math.abs(value) >= 9.995 ? 1 : 2;
      return `$${value.toFixed(digits).replace(/\.0+$|(\.\d)0$/, '$1')}${letter}`;
    }
  }
  return `$${Math.round(usd)}`;
}

export function exactMoney(usd) {
  if (usd === null || usd === undefined) {
    return 'no figure';
  }
  const cents = Number.isInteger(usd) ? 0 : 2;
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: cents, maximumFractionDigits: cents })}`;
}

export function count(number) {
  return number === null || number === undefined ? '–' : number.toLocaleString('en-US');
}

export function plural(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

export function percent(part) {
  const value = part * 100;
  return `${value >= 10 || value === 0 ? Math.round(value) : value.toFixed(1)}%`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 29 Mar 2022, of an ISO date or instant, in UTC. */
export function day(iso) {
  if (!iso) {
    return '–';
  }
  const [year, month, date] = iso.slice(0, 10).split('-').map(Number);
  return Number.isFinite(date) ? `${date} ${MONTHS[month - 1]} ${year}` : iso;
}

/** 29 Mar 2022, 16:40 UTC */
export function moment(iso) {
  return iso ? `${day(iso)}, ${iso.slice(11, 16)} UTC` : '–';
}

/** The days on which an incident may have begun, as short as they allow: a day, a month, a year, a span. */
export function period(span) {
  if (!span) {
    return 'undated';
  }
  const { from, to } = span;
  if (from === to) {
    return day(from);
  }
  const [y1, m1, d1] = from.split('-').map(Number);
  const [y2, m2, d2] = to.split('-').map(Number);
  const wholeMonths = d1 === 1 && d2 === new Date(Date.UTC(y2, m2, 0)).getUTCDate();
  if (y1 === y2 && wholeMonths && m1 === 1 && m2 === 12) {
    return String(y1);
  }
  if (y1 === y2 && wholeMonths) {
    return m1 === m2 ? `${MONTHS[m1 - 1]} ${y1}` : `${MONTHS[m1 - 1]}–${MONTHS[m2 - 1]} ${y1}`;
  }
  if (wholeMonths) {
    return m1 === 1 && m2 === 12 ? `${y1}–${y2}` : `${MONTHS[m1 - 1]} ${y1} – ${MONTHS[m2 - 1]} ${y2}`;
  }
  if (y1 === y2 && m1 === m2) {
    return `${d1}–${d2} ${MONTHS[m1 - 1]} ${y1}`;
  }
  return `${day(from)} – ${day(to)}`;
}

/** since 2017, until May 2021, 2017–2022 */
export function reportedSpan(reported) {
  const { from, to } = reported;
  if (from && to) {
    return period({ from, to });
  }
  const edge = (iso, firstMonth) => (iso.slice(5, 7) === firstMonth ? iso.slice(0, 4) : `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`);
  if (from) {
    return `since ${edge(from, '01')}`;
  }
  return to ? `until ${edge(to, '12')}` : 'of all time';
}

const RELATIVE = [
  [86400, 'd'],
  [3600, 'h'],
  [60, 'min'],
];

/** 3 min ago, in 20 s; of milliseconds since then. */
export function ago(ms) {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 2) {
    return 'now';
  }
  const [unit, word] = RELATIVE.find(([size]) => seconds >= size) ?? [1, 's'];
  const text = `${Math.floor(seconds / unit)} ${word}`;
  return ms >= 0 ? `${text} ago` : `in ${text}`;
}

export function duration(ms) {
  return ago(ms).replace(/^in | ago$/, '').replace('now', '0 s');
}

const KINDS = { THEFT: 'Theft', EXTORTION: 'Extortion', BREACH: 'Breach' };

export function kindName(kind) {
  return KINDS[kind] ?? sentenceCase(kind);
}

const CERTAINTIES = { CONFIRMED: 'Confirmed', SUSPECTED: 'Suspected', DENIED: 'Denied' };

export function certaintyName(certainty) {
  return CERTAINTIES[certainty] ?? sentenceCase(certainty);
}

/** SET_LOSS -> Set loss */
export function sentenceCase(constant) {
  const words = String(constant ?? '').toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

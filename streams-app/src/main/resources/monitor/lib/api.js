// The one place that asks the server. Every failure becomes an ApiError that says what to do.

const PATIENCE_MS = 15_000; // an answer takes milliseconds; beyond this the server is not there

export class ApiError extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
  }
}

export async function get(path, parameters, signal) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    if (value !== null && value !== undefined && value !== '') {
      query.set(name, value);
    }
  }
  const asked = query.size ? `${path}?${query}` : path;
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let answer;
  try {
    answer = await fetch(asked, {
      headers: { Accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    throw new ApiError(0, 'Heistline does not answer', 'Is it still running? This page tries again by itself.');
  }
  const body = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new ApiError(answer.status, body?.title ?? `The server answered ${answer.status}`, body?.detail ?? '');
  }
  if (body === null) {
    throw new ApiError(answer.status, 'The answer is no JSON', `Something between this page and Heistline changed ${path}.`);
  }
  return body;
}

export const actors = (parameters, signal) => get('api/actors', parameters, signal);
export const actor = (id, signal) => get(`api/actors/${encodeURIComponent(id)}`, null, signal);
export const incidents = (parameters, signal) => get('api/incidents', parameters, signal);
export const incident = (id, signal) => get(`api/incidents/${encodeURIComponent(id)}`, null, signal);
export const article = (id, signal) => get(`api/articles/${encodeURIComponent(id)}`, null, signal);
export const feeds = (signal) => get('api/feeds', null, signal);
export const stats = (signal) => get('api/stats', null, signal);

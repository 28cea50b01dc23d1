/** What the server says to a sign-in form: it went well, or why not, in words for the person. */
export type Answer = { ok: true } | { ok: false; message: string };

const AWAY = 'The server cannot be reached just now. Please try again in a moment.';

/** Posts a form of `/api/auth` or `/api/demo`. The server's own words are kind enough to be shown. */
export async function post(path: string, body: Record<string, unknown>): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response || response.status >= 500) return { ok: false, message: AWAY };
  if (response.ok) return { ok: true };
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  return { ok: false, message: message ?? AWAY };
}

export interface DemoPerson {
  id: string;
  name: string;
  initials: string;
  headline: string;
}

/** The sample people anybody may be; none where this is no demonstration. */
export async function demoPeople(): Promise<DemoPerson[]> {
  const response = await fetch('/api/demo/people').catch(() => null);
  if (!response?.ok) return [];
  const { people } = (await response.json()) as { people: DemoPerson[] };
  return people;
}

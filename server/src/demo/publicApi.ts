import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

type Variables = Record<string, unknown>;
type Answer<Data> = { data?: Data | null; errors?: { message: string }[] };

/** Belay as any program outside sees it: one address and a token. */
export class PublicApi {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #signal: AbortSignal;

  constructor(url: string, token: string, signal: AbortSignal) {
    this.#url = `${url}/graphql`;
    this.#headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    this.#signal = signal;
  }

  /** @throws when the server is away, the token ends, or the answer holds an error */
  async ask<Data>(query: string, variables: Variables): Promise<Data> {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: this.#headers,
      body,
      signal: this.#signal,
    });
    const { data, errors } = (await response.json()) as Answer<Data>;
    if (!data) throw new Error(errors?.[0]?.message ?? `The server answered ${response.status}.`);
    return data;
  }

  /** Calls a mutation by its name. A fact that stands in the way is an answer like another. */
  async write(name: string, input: Variables): Promise<void> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    await this.ask(`mutation($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
  }

  /** Follows a mentorship from after `after` until the signal aborts; each event once. */
  async *follow<Event extends { seq: number }>(
    mentorshipId: string,
    after: number,
    selection: string,
  ): AsyncGenerator<Event> {
    const client = createClient({
      url: this.#url.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: this.#headers.authorization },
      retryAttempts: 3,
    });
    const query = `subscription($id: ID!, $after: Int) {
      mentorshipEvents(mentorshipId: $id, after: $after) { __typename seq actor { id } ${selection} } }`;
    const results = client.iterate<{ mentorshipEvents: Event }>({
      query,
      variables: { id: mentorshipId, after },
    });
    const leave = () => void client.dispose();
    this.#signal.addEventListener('abort', leave, { once: true });
    let last = after;
    try {
      for await (const { data } of results) {
        if (!data || data.mentorshipEvents.seq <= last) continue;
        last = data.mentorshipEvents.seq;
        yield data.mentorshipEvents;
      }
    } finally {
      this.#signal.removeEventListener('abort', leave);
      await client.dispose();
    }
  }
}

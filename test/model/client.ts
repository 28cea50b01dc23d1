import { randomUUID } from 'node:crypto';
import type { Actor } from '../harness/actor.ts';
import { type Event, Fold, type Fresh, readState } from './fold.ts';
import { Following, type Place } from './following.ts';
import { FOLLOW_OWN, FOLLOW_SHARED, READ } from './selection.ts';

export type Input = Record<string, unknown>;
/** How the line misbehaves while something is written: the follower is cut, the answer is lost, or it is sent twice. */
export const TROUBLES = ['cut', 'lost', 'twice'] as const;
export type Trouble = (typeof TROUBLES)[number] | 'none';
/** What was written and how it was answered in the end; `kept` when the server said that it is. */
export type Written = { opId: string; name: string; input: Input; kept: boolean };

type Answer = {
  data?: Record<string, { __typename: string }>;
  errors?: { extensions?: { code?: string } }[];
};

/** One side of a mentorship as its page would be: folds what it hears, and sends what it writes until it is answered. */
export class Client {
  readonly actor: Actor;
  readonly mentorshipId: string;
  readonly fold = new Fold();
  readonly written: Written[] = [];
  readonly heard = { shared: [] as Event[], own: [] as Event[] };
  readonly shared: Following;
  readonly own: Following;
  readonly place: Place;

  constructor(place: Place, actor: Actor, mentorshipId: string) {
    this.place = place;
    this.actor = actor;
    this.mentorshipId = mentorshipId;
    this.shared = this.#follow('shared', FOLLOW_SHARED, { id: mentorshipId });
    this.own = this.#follow('own', FOLLOW_OWN);
  }

  #follow(stream: 'shared' | 'own', query: string, variables = {}): Following {
    const onEvent = (event: Event) => {
      this.heard[stream].push(event);
      this.fold.take(event);
    };
    return new Following({ place: this.place, token: this.actor.token, query, variables, onEvent });
  }

  /** Writes, and sends it again under its `opId` until the server has said what became of it. */
  async write(name: string, input: Input, trouble: Trouble = 'none'): Promise<void> {
    const opId = randomUUID();
    const body = JSON.stringify({ query: mutationOf(name), variables: { input: { ...input, opId } } });
    if (trouble === 'cut') this.shared.cut();
    if (trouble === 'lost') await this.#sendAndHangUp(body);
    const sends = [this.#untilAnswered(body)];
    if (trouble === 'twice') sends.push(this.#untilAnswered(body));
    const answers = await Promise.all(sends);
    const kept = answers.map((answer) => this.#isKept(name, answer));
    this.written.push({ opId, name, input, kept: kept.includes(true) });
  }

  /** Everything, read anew. */
  async read() {
    const body = JSON.stringify({ query: READ, variables: { id: this.mentorshipId } });
    const { data, errors } = await this.#untilAnswered<{ data?: Fresh; errors?: unknown }>(body);
    if (!data) throw new Error(`${this.actor.name} could not read: ${JSON.stringify(errors)}`);
    return readState(data);
  }

  async stop(): Promise<void> {
    await Promise.all([this.shared.stop(), this.own.stop()]);
  }

  /** A fact stood in the way, or what it is about is gone: both are answers. Anything else is a fault. */
  #isKept(name: string, { data, errors }: Answer): boolean {
    const typename = data?.[name]?.__typename;
    if (typename) return typename.endsWith('Payload');
    if (errors?.[0]?.extensions?.code === 'NOT_FOUND') return false;
    throw new Error(`${this.actor.name} got ${JSON.stringify(errors)} for ${name}`);
  }

  async #untilAnswered<T = Answer>(body: string): Promise<T> {
    for (;;) {
      await this.place.up;
      const answer = await this.#post(body)
        .then((response) => response.json() as Promise<T>)
        .catch(() => null);
      if (answer) return answer;
    }
  }

  /** Nobody can tell how far it came. */
  async #sendAndHangUp(body: string): Promise<void> {
    const hangUp = new AbortController();
    const sent = this.#post(body, hangUp.signal).catch(() => undefined);
    setImmediate(() => hangUp.abort());
    await sent;
  }

  #post(body: string, signal?: AbortSignal): Promise<Response> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.actor.token}` };
    return fetch(`${this.place.url}/graphql`, { method: 'POST', headers, body, signal });
  }
}

function mutationOf(name: string): string {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation Written($input: ${type}!) { ${name}(input: $input) { __typename } }`;
}

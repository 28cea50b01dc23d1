import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

export type AnsweredError = {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; [key: string]: unknown };
};
export type Answer<Data> = { data?: Data | null; errors?: AnsweredError[] };
type Variables = Record<string, unknown>;

/** What a mutation answers: its payload, or the fact that stood in the way. */
export type Outcome<Payload> = { __typename: string; message?: string } & Payload;

type Identity = { url: string; id: string; name: string; email: string; token: string | null };

/** Somebody who uses Belay through its public API, with a personal token. */
export class Actor {
  readonly #url: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string | null;

  constructor({ url, id, name, email, token }: Identity) {
    this.#url = url;
    this.id = id;
    this.name = name;
    this.email = email;
    this.token = token;
  }

  /** Asks over HTTP and returns the whole answer, errors and all. */
  async ask<Data = Record<string, unknown>>(query: string, variables: Variables = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>;
  }

  /** Asks over HTTP; any error fails the test. */
  async query<Data = Record<string, unknown>>(query: string, variables: Variables = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors || !data) throw new Error(`${this.name} got ${JSON.stringify(errors)}`);
    return data;
  }

  /**
   * Calls a mutation by name. `selection` is of its payload; `facts` selects more of the facts, such as
   * `... on GoalLimitReached { limit }`; null when the mutation has none. A coded error fails the test: use `refusal` to expect one.
   */
  async mutate<Payload = Record<string, unknown>>(
    name: string,
    input: Variables,
    selection = '__typename',
    facts: string | null = '',
  ): Promise<Outcome<Payload>> {
    const data = await this.query<Record<string, Outcome<Payload>>>(mutationOf(name, selection, facts), {
      input,
    });
    const outcome = data[name];
    if (!outcome) throw new Error(`no answer to ${name}`);
    return outcome;
  }

  /** The code with which a mutation is refused, or undefined when it is not. */
  async refusal(name: string, input: Variables): Promise<string | undefined> {
    const { errors } = await this.ask(mutationOf(name, '__typename', null), { input });
    return errors?.[0]?.extensions?.code;
  }

  /** A WebSocket client of this person; dispose of it yourself, or through `follow`. */
  socket(options: { retryAttempts?: number } = {}) {
    return createClient({
      url: `${this.#url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: options.retryAttempts ?? 0,
      connectionParams: this.token ? { authorization: `Bearer ${this.token}` } : {},
    });
  }

  /**
   * Follows a mentorship from after `after` over a WebSocket. `next` waits for the next event; `until` for one of a
   * type, passing over others.
   */
  follow(mentorshipId: string, after: number | null, selection = '') {
    return this.subscribe<FollowedEvent>(
      `subscription($id: ID!, $after: Int) { mentorshipEvents(mentorshipId: $id, after: $after) {
        __typename id seq opId actor { id } ${selection} } }`,
      { id: mentorshipId, after },
      'mentorshipEvents',
    );
  }

  /** Follows what happens to this person alone. */
  followOwn(after: number | null, selection = '') {
    return this.subscribe<FollowedEvent>(
      `subscription($after: Int) { viewerEvents(after: $after) { __typename id seq opId ${selection} } }`,
      { after },
      'viewerEvents',
    );
  }

  subscribe<Item extends { __typename?: string }>(query: string, variables: Variables, field: string) {
    const client = this.socket();
    const results = client.iterate<Record<string, Item>>({ query, variables });
    async function next(): Promise<Item> {
      const { value, done } = await results.next();
      if (done) throw new Error('the subscription has ended');
      const item = value.data?.[field];
      if (!item) throw new Error(`the subscription answered ${JSON.stringify(value.errors)}`);
      return item;
    }
    async function until(typename: string): Promise<Item> {
      for (;;) {
        const item = await next();
        if (item.__typename === typename) return item;
      }
    }
    async function stop(): Promise<void> {
      await results.return?.(undefined);
      await client.dispose();
    }
    return { results, next, until, stop };
  }
}

export type FollowedEvent = {
  __typename: string;
  id: string;
  seq: number;
  opId: string | null;
  actor: { id: string } | null;
  [field: string]: unknown;
};

function mutationOf(name: string, selection: string, facts: string | null): string {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return `mutation($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Payload { ${selection} } ${facts === null ? '' : `... on Fact { message } ${facts}`} } }`;
}

/**
 * A server as the browser knows it: it answers `fetch`. It keeps goals and remembers the first answer to
 * each write's name. The line to it can be cut before a request arrives, after it was done, or half-way
 * through the answer.
 */
export type Line =
  | 'up'
  | 'down'
  | 'lost answer'
  | 'half an answer'
  | 'bad gateway'
  | 'login page'
  | 'signed out'
  | 'busy';

export interface FakeServer {
  line: Line;
  goals: Map<string, { title: string; state: string }>;
  /** Each request for a write that left the browser, in order: its mutation and its name. */
  sent: { mutation: string; opId: string; goalId?: string }[];
  /** Each write that was done, once. */
  done: string[];
  fetch: typeof fetch;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/graphql-response+json' },
  });
const goalOf = (id: string, goal?: { title: string; state: string }) => ({ __typename: 'Goal', id, ...goal });

export function fakeServer(): FakeServer {
  const answers = new Map<string, unknown>();
  const goals = new Map([['g1', { title: 'Write the paper', state: 'ACTIVE' }]]);

  function apply(mutation: string, input: Record<string, string>) {
    if (mutation === 'addGoal') {
      const id = `g${goals.size + 1}`;
      goals.set(id, { title: String(input.title), state: 'IDEA' });
      return { addGoal: { __typename: 'AddGoalPayload', goal: goalOf(id, goals.get(id)) } };
    }
    const goal = goals.get(String(input.goalId));
    if (!goal) return null;
    const [from, to] = mutation === 'parkGoal' ? ['ACTIVE', 'PARKED'] : ['PARKED', 'ACTIVE'];
    if (goal.state !== from) {
      return { [mutation]: { __typename: 'GoalNotInState', message: 'It is not in that state.' } };
    }
    goal.state = String(to);
    const payload = mutation === 'parkGoal' ? 'ParkGoalPayload' : 'ActivateGoalPayload';
    return { [mutation]: { __typename: payload, goal: goalOf(input.goalId ?? '', goal) } };
  }

  const server: FakeServer = {
    line: 'up',
    goals,
    sent: [],
    done: [],
    async fetch(_, init) {
      if (!init?.body)
        return server.line === 'up'
          ? json({ status: 'ok' })
          : Promise.reject(new TypeError('Failed to fetch'));
      const { query, variables } = JSON.parse(String(init?.body));
      const { line } = server;
      const mutation = /mutation \w+[^{]*{\s*(\w+)/.exec(query)?.[1];
      if (mutation)
        server.sent.push({ mutation, opId: variables.input.opId, goalId: variables.input.goalId });
      if (line === 'down') throw new TypeError('Failed to fetch');
      if (line === 'bad gateway')
        return new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
      if (line === 'login page')
        return new Response('<h1>Welcome to Ward Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } });
      if (line === 'busy')
        return json({ errors: [{ message: 'Slow down', extensions: { code: 'RATE_LIMITED' } }] });
      if (line === 'signed out')
        return json({ errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] }, 401);
      if (!mutation) return json({ data: { goal: goalOf(variables.id, goals.get(variables.id)) } });

      const { opId } = variables.input;
      if (!answers.has(opId)) {
        const data = apply(mutation, variables.input);
        answers.set(
          opId,
          data ? { data } : { errors: [{ message: 'Nothing here', extensions: { code: 'NOT_FOUND' } }] },
        );
        server.done.push(opId);
      }
      if (line === 'lost answer') throw new TypeError('network error');
      if (line === 'half an answer')
        return new Response('{"data":{"park', { headers: { 'content-type': 'application/json' } });
      return json(answers.get(opId));
    },
  };
  return server;
}

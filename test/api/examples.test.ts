import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';

const PROGRAM = resolve(import.meta.dirname, '../../examples/followMentorship.ts');

let belay: Belay;
let program: ChildProcess | undefined;
beforeAll(async () => {
  belay = await startBelay();
});
afterEach(async () => {
  if (program?.exitCode !== null) return;
  program.kill();
  await once(program, 'exit');
});
afterAll(() => belay?.close());

function run(token: string | null, mentorshipId: string) {
  program = spawn(process.execPath, [PROGRAM, mentorshipId], {
    env: { ...process.env, BELAY_URL: belay.url, BELAY_TOKEN: token ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = createInterface({ input: program.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return { program, nextLine: async () => (await lines.next()).value };
}

test('somebody else’s program follows how far the goals have come', async () => {
  const { mentor, mentee, mentorshipId } = await belay.pair();
  const { goal } = await mentee.mutate<{ goal: { id: string } }>(
    'addGoal',
    { mentorshipId, title: 'Defend the thesis' },
    'goal { id }',
  );
  await mentee.mutate('activateGoal', { goalId: goal.id });

  const { nextLine } = run(mentor.token, mentorshipId);
  expect(await nextLine()).toBe(`Following the goals of ${mentee.name}`);
  expect(await nextLine()).toBe('Defend the thesis: mentee –, mentor –');

  await mentee.mutate('estimateProgress', { goalId: goal.id, value: 35, why: 'two chapters' });
  expect(await nextLine()).toBe('Defend the thesis: mentee 35 %, mentor –');
  await mentor.mutate('estimateProgress', { goalId: goal.id, value: 50, why: 'the hard ones' });
  expect(await nextLine()).toBe('Defend the thesis: mentee 35 %, mentor 50 %');
});

test('the program says what is the matter when the mentorship is not its owner’s', async () => {
  const { mentorshipId } = await belay.pair();
  const outsider = await belay.person();
  const { program } = run(outsider.token, mentorshipId);
  const [code] = await once(program, 'exit');
  expect(code).toBe(1);
});

import type { TalkTurn } from '@belay/prisma/client';
import type { Write } from '../platform/transaction.ts';
import { talkTurnFacts } from './facts.ts';
import type { OwnMeeting } from './policy.ts';

/** Who is talking in a meeting, by their own word. */
export const runningTalkTurn = (tx: Write['tx'], meetingId: string): Promise<TalkTurn | null> =>
  tx.talkTurn.findFirst({ where: { meetingId, endedAt: null } });

/** Ends the running turn, if there is one: the other one talks, or the clock stands still. */
export async function endTalkTurn(
  { tx, now, record }: Write,
  { id: meetingId, mentorshipId }: Pick<OwnMeeting, 'id' | 'mentorshipId'>,
): Promise<void> {
  const running = await runningTalkTurn(tx, meetingId);
  if (!running) return;
  const turn = await tx.talkTurn.update({ where: { id: running.id }, data: { endedAt: now } });
  await record({
    streamId: mentorshipId,
    type: 'TalkTurnEnded',
    payload: { meetingId, turn: talkTurnFacts(turn) },
  });
}

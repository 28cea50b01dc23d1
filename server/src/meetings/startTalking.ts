import { uuidv7 } from 'uuidv7';
import type { Context } from '../context.ts';
import { requireRoom } from '../platform/facts.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { MAX_TURNS } from './contentLimits.ts';
import { talkTurnFacts } from './facts.ts';
import { RUNNING, requireState, touch } from './policy.ts';
import { endTalkTurn, runningTalkTurn } from './talkTurn.ts';

/** "I'm talking": the viewer's turn begins, and the other one's ends. Whoever talks already goes on. */
export function startTalking(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'startTalking', input, async (write, meeting, personId) => {
    const { tx, now, record } = write;
    requireState(meeting, RUNNING);
    const { id: meetingId } = meeting;
    const running = await runningTalkTurn(tx, meetingId);
    if (running?.personId === personId) return;
    await requireRoom(tx.talkTurn.count({ where: { meetingId } }), MAX_TURNS, 'turns in a meeting');

    await endTalkTurn(write, meeting);
    const turn = await tx.talkTurn.create({ data: { id: uuidv7(), meetingId, personId, startedAt: now } });
    await touch(tx, meeting, now);
    await record({
      streamId: meeting.mentorshipId,
      type: 'TalkTurnStarted',
      payload: { meetingId, turn: talkTurnFacts(turn) },
    });
  });
}

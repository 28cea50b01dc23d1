import type { EndReason, Meeting } from '@belay/prisma/client';
import type { Write } from '../platform/transaction.ts';
import { carryAgenda } from './carrying.ts';
import { carryPromises } from './carryingPromises.ts';
import { mailFollowUp } from './followUp.ts';
import { reach } from './hooks.ts';
import { readRecord } from './record.ts';
import { stopClock } from './roomClock.ts';
import { recordWithSegments } from './segments.ts';
import { summaryOf } from './summary.ts';
import { endTalkTurn } from './talkTurn.ts';

type Ending = { endedById: string | null; endReason: EndReason; publicUrl: string };

/**
 * Ends a live meeting for both: settles the clock and the talking, carries what is unfinished, writes the summary and
 * leaves the follow-up mails. Who led and where they were is kept, for the meeting may be reopened.
 */
export async function end(write: Write, meeting: Meeting, ending: Ending): Promise<void> {
  const { tx, now } = write;
  const { publicUrl, ...how } = ending;
  await endTalkTurn(write, meeting);
  await stopClock(write, meeting);
  await carryAgenda(write, meeting);
  await carryPromises(write, meeting);

  const { mentor, mentee } = await tx.mentorship.findUniqueOrThrow({
    where: { id: meeting.mentorshipId },
    select: { mentor: true, mentee: true },
  });
  const record = await readRecord(tx, meeting, [mentor, mentee]);
  const summary = summaryOf(meeting, record);
  const ended = await tx.meeting.update({
    where: { id: meeting.id },
    data: {
      ...how,
      summary,
      state: 'ENDED',
      endedAt: now,
      moveOnAskedById: null,
      version: { increment: 1 },
    },
  });
  await recordWithSegments(write, 'MeetingEnded', ended, { reason: how.endReason });
  await reach('ended', write, ended);
  const mails = { meeting: ended, record, publicUrl };
  await mailFollowUp(write, { ...mails, reader: mentor, other: mentee });
  await mailFollowUp(write, { ...mails, reader: mentee, other: mentor });
}

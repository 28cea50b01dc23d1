import { type Context, requireViewer } from '../context.ts';
import { transaction, type Write } from '../platform/transaction.ts';
import { type OwnMeeting, ownMeeting } from './policy.ts';

export type OfMeeting = { meetingId: string; opId?: string | null };

/** Runs a command on a meeting as one of its two sides, `personId`; NOT_FOUND for everybody else. */
export function changeMeeting<Input extends OfMeeting>(
  context: Context,
  name: string,
  input: Input,
  body: (write: Write, meeting: OwnMeeting, personId: string) => Promise<void>,
): Promise<{ meetingId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name, input }, async (write) => {
    const meeting = await ownMeeting(write, personId, { id: input.meetingId });
    await body(write, meeting, personId);
    return { meetingId: meeting.id };
  });
}

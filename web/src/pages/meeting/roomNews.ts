import { pulseName } from '../../feedback/room/pulses.tsx';
import { segmentName } from '../../meetings/words.ts';
import { calledName } from '../../people/calledName.ts';
import type {
  MomentOfRoomFragment,
  PulseOfRoomFragment,
  RoomEventsSubscription,
} from '../../platform/generated/graphql.ts';

export type RoomEvent = RoomEventsSubscription['mentorshipEvents'];

/** What the page says of an event, and what it marks. */
export interface News {
  sentence?: string;
  /** The key of what flashes. */
  mark?: string;
}

/** What the other one did, in one short sentence; nothing of what is typed or counted, which would only disturb. */
export function newsOf(event: RoomEvent): News {
  const who = event.actor ? calledName(event.actor.name) : 'The clock';
  switch (event.__typename) {
    case 'SegmentEntered':
      return event.segment ? { sentence: `Now: ${segmentName[event.segment.kind]}.`, mark: 'part' } : {};
    case 'SegmentExtended':
      return { sentence: `${who} added ${event.minutes} minutes.` };
    case 'LeadHandedOver':
      return { sentence: event.leader.isViewer ? 'You lead now.' : `${who} handed over the lead.` };
    case 'MoveOnAsked':
      return { sentence: `${who} would like to move on.` };
    case 'MeetingInterrupted':
      return { sentence: `${who} paused the meeting.` };
    case 'MeetingResumed':
      return { sentence: 'The meeting goes on.' };
    case 'MeetingEnded':
      return { sentence: 'The meeting has ended.' };
    case 'AgendaItemAdded':
    case 'AgendaItemEdited':
    case 'AgendaItemHandled':
      return { sentence: `${who} changed the agenda.`, mark: idOf(event.agendaItem) };
    case 'ActionItemAdded':
      return { sentence: `${who} wrote down a promise.`, mark: idOf(event.actionItem) };
    case 'ActionItemEdited':
    case 'ActionItemHandled':
      return { sentence: `${who} changed a promise.`, mark: idOf(event.actionItem) };
    case 'AdviceGiven':
      return { sentence: `${who} offered advice.`, mark: idOf(event.advice) };
    case 'AdviceMarked':
      return { sentence: `${who} answered advice.`, mark: idOf(event.advice) };
    case 'PulseGiven': {
      const pulse = event.pulse as unknown as PulseOfRoomFragment;
      return { sentence: `${who}: ${pulseName[pulse.kind]}.`, mark: pulse.id };
    }
    case 'MomentKept':
    case 'MomentEdited': {
      const moment = event.moment as unknown as MomentOfRoomFragment;
      return { sentence: `${who} kept a moment.`, mark: moment.id };
    }
    case 'ProgressEstimated':
      return { sentence: `${who} sees a goal at ${event.value} per cent.`, mark: idOf(event.goal) };
    case 'GoalEdited':
      return { mark: idOf(event.goal) };
    case 'ExchangeOpened':
      return { sentence: 'The exchange is open.' };
    default:
      return {};
  }
}

/** The id is there, behind the fragment that asked for it. */
const idOf = (thing: unknown): string => (thing as { id: string }).id;

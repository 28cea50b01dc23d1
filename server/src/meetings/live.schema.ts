import { MentorshipNotActive } from '../mentorships/errors.ts';
import { askToMoveOn } from './askToMoveOn.ts';
import { enterSegment } from './enterSegment.ts';
import {
  AnotherMeetingIsLive,
  MeetingNotInState,
  NothingToTalkAbout,
  NotTheLeader,
  NotYourPart,
  TooLate,
} from './errors.ts';
import { extendSegment } from './extendSegment.ts';
import { handOverLead } from './handOverLead.ts';
import { interruptMeeting } from './interruptMeeting.ts';
import { extensionMinutes } from './limits.ts';
import { meetingMutation } from './meetingMutation.ts';
import { resumeMeeting } from './resumeMeeting.ts';
import { startMeeting } from './startMeeting.ts';
import { undoStart } from './undoStart.ts';

meetingMutation('startMeeting', {
  description:
    'Goes live, from PROPOSED or SCHEDULED, at any time. Whoever starts it leads, and the first segment is entered; ' +
    'what earlier meetings carried and nobody continued yet comes along. Recorded as MeetingStarted. ' +
    'NothingToTalkAbout without an objective or an agenda item; AnotherMeetingIsLive; MeetingNotInState when it was ' +
    'started or is off; MentorshipNotActive; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState, MentorshipNotActive, NothingToTalkAbout, AnotherMeetingIsLive],
  run: startMeeting,
});

meetingMutation('undoStart', {
  description:
    'Takes an accidental start back within 5 minutes: the meeting is planned as before, its clock at zero; what was ' +
    'written stays. Recorded as MeetingStartUndone. TooLate after that; MeetingNotInState when it is not live; ' +
    'NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState, TooLate],
  run: undoStart,
});

meetingMutation('interruptMeeting', {
  description:
    'Stops the clock: a pager, a door. A turn of talking ends. Recorded as MeetingInterrupted. MeetingNotInState ' +
    'unless it is LIVE or WRAPPING; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState],
  run: interruptMeeting,
});

meetingMutation('resumeMeeting', {
  description:
    'Lets the clock run again. Recorded as MeetingResumed. MeetingNotInState unless it is INTERRUPTED; NOT_FOUND ' +
    'when it is not yours.',
  facts: [MeetingNotInState],
  run: resumeMeeting,
});

meetingMutation('enterSegment', {
  description:
    'The leader moves on, goes back or jumps; the meeting is WRAPPING while its WRAP_UP is the current one, and LIVE ' +
    'in every other. A wish to move on is fulfilled by it. Entering the current one changes nothing. Recorded as ' +
    'SegmentEntered; entering EXCHANGE opens the exchange. NotTheLeader; MeetingNotInState unless it is LIVE or ' +
    'WRAPPING; NOT_FOUND when the meeting is not yours or the segment not its.',
  inputFields: (t) => ({ segmentId: t.id({ required: true }) }),
  facts: [MeetingNotInState, NotTheLeader],
  run: enterSegment,
});

meetingMutation('extendSegment', {
  description:
    'The leader gives a segment more time. Recorded as SegmentExtended. NotTheLeader; MeetingNotInState when it is ' +
    'not live; BAD_USER_INPUT unless 1–30 minutes, and 480 for the segment at most; NOT_FOUND when the meeting is ' +
    'not yours or the segment not its.',
  inputFields: (t) => ({
    segmentId: t.id({ required: true }),
    minutes: t.int({ required: true, validate: extensionMinutes, description: 'To add: 1–30.' }),
  }),
  facts: [MeetingNotInState, NotTheLeader],
  run: extendSegment,
});

meetingMutation('askToMoveOn', {
  description:
    'Whoever does not lead asks to leave the current segment. Asking again changes nothing. Recorded as MoveOnAsked. ' +
    'NotYourPart when you lead; MeetingNotInState unless it is LIVE or WRAPPING; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState, NotYourPart],
  run: askToMoveOn,
});

meetingMutation('handOverLead', {
  description:
    'The leader hands the lead to the other one; nothing else changes who leads. Recorded as LeadHandedOver. ' +
    'NotTheLeader; MeetingNotInState when it is not live; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState, NotTheLeader],
  run: handOverLead,
});

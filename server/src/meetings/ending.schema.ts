import { MentorshipNotActive } from '../mentorships/errors.ts';
import { Outdated } from '../platform/facts.ts';
import { correctSummary } from './correctSummary.ts';
import { endMeeting } from './endMeeting.ts';
import { AnotherMeetingIsLive, MeetingNotInState, TooLate } from './errors.ts';
import { meetingWords } from './limits.ts';
import { meetingMutation } from './meetingMutation.ts';
import { reopenMeeting } from './reopenMeeting.ts';

meetingMutation('endMeeting', {
  description:
    'Ends it for both; either may. Stops the clock, carries open agenda items to the next planned meeting (now or when ' +
    'there is one) and open promises of earlier meetings into this one, writes the summary, opens the exchange for 48 ' +
    'hours and mails both the follow-up. A live meeting in which nobody did anything for 30 minutes ends itself like ' +
    'this. Recorded as AgendaItemHandled, AgendaItemAdded, ActionItemHandled and ActionItemAdded for what is carried, ' +
    'then MeetingEnded. MeetingNotInState when it is not live; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState],
  run: endMeeting,
});

meetingMutation('reopenMeeting', {
  description:
    'Opens an ended meeting again within 15 minutes: same leader, same segment, the clock runs. What its end carried ' +
    'is open here again, unless the next meeting has done something with it; the continuation is set aside. Recorded ' +
    'as MeetingReopened, then AgendaItemHandled and ActionItemHandled. TooLate after that; AnotherMeetingIsLive; ' +
    'MeetingNotInState unless it has ENDED; MentorshipNotActive; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState, MentorshipNotActive, AnotherMeetingIsLive, TooLate],
  run: reopenMeeting,
});

meetingMutation('correctSummary', {
  description:
    'Corrects the record of an ended meeting. Recorded as SummaryCorrected. Outdated when you name an old version; ' +
    'MeetingNotInState unless it has ENDED; BAD_USER_INPUT beyond 20,000 characters; NOT_FOUND when it is not yours.',
  inputFields: (t) => ({
    summary: t.string({
      required: true,
      validate: meetingWords.summary,
      description: 'At most 20,000 characters.',
    }),
    version: t.int({ required: true, description: 'The `Meeting.version` you are changing.' }),
  }),
  facts: [MeetingNotInState, Outdated],
  run: correctSummary,
});

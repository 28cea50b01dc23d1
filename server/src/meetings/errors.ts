import type { Meeting, MeetingState } from '@belay/prisma/client';
import { Fact } from '../platform/errors.ts';

/** The meeting is not in a state in which this can be done. */
export class MeetingNotInState extends Fact {
  readonly meetingId: string;
  constructor({ id, state }: Pick<Meeting, 'id' | 'state'>, message = `This meeting ${WORDS[state]}.`) {
    super(message);
    this.meetingId = id;
  }
}

const WORDS: Record<MeetingState, string> = {
  PROPOSED: 'has not started yet',
  SCHEDULED: 'has not started yet',
  LIVE: 'is going on',
  INTERRUPTED: 'is interrupted: resume it first',
  WRAPPING: 'is being wrapped up',
  ENDED: 'has ended',
  CANCELLED: 'was cancelled',
  NO_SHOW: 'did not take place',
};

/** This is for the other one of the two to do. */
export class NotYourPart extends Fact {}

export class NotTheLeader extends Fact {
  readonly leaderId: string;
  constructor(leaderId: string) {
    super('The one who leads moves the meeting on. You can ask to.');
    this.leaderId = leaderId;
  }
}

export class NothingToTalkAbout extends Fact {
  readonly meetingId: string;
  constructor(meetingId: string) {
    super('Write down an objective or something for the agenda first: then it can start.');
    this.meetingId = meetingId;
  }
}

export class AnotherMeetingIsLive extends Fact {
  readonly meetingId: string;
  constructor(meetingId: string) {
    super('Another meeting of yours is going on. End it first.');
    this.meetingId = meetingId;
  }
}

export class TooLate extends Fact {
  readonly until: Date;
  constructor(until: Date, message: string) {
    super(message);
    this.until = until;
  }
}

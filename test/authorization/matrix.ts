/**
 * Who may read what. Every field of every type stands in exactly one row; a field without a row fails the build, so that
 * whoever adds one decides who reads it.
 */
export type Audience =
  /** Whoever is signed in. */
  | 'signedIn'
  /** Those you share a mentorship with, and yourself. */
  | 'known'
  /** The mentor and the mentee of the mentorship it belongs to. */
  | 'pair'
  /** Its owner alone. */
  | 'own'
  /** Its author alone, until both sides of the exchange are sealed. */
  | 'author'
  /** Whoever holds the secret of the invitation, and the two it is between. */
  | 'holder'
  /** Whoever sent the invitation, and whose address it was sent to. */
  | 'theTwo'
  /** Whoever was refused: a fact says no more than its reader may know, type by type. */
  | 'asker';

export const readers: Record<Audience, Record<string, string>> = {
  pair: {
    ActionItem:
      'author createdAt dropReason dueOn id meeting mentorship owner settledAt state timesCarried title version',
    ActionItemAdded: 'actionItem actor at id meeting opId seq',
    ActionItemEdited: 'actionItem actor at id meeting opId seq',
    ActionItemHandled: 'actionItem actor at id meeting opId seq state',
    Advice: 'author createdAt id markedAt meeting state text version',
    AdviceGiven: 'actor advice at id meeting opId seq',
    AdviceMarked: 'actor advice at id meeting opId seq state',
    AgendaItem: 'author carriedFrom carriedTo detail dropReason goal id meeting position state title version',
    AgendaItemAdded: 'actor agendaItem at id meeting opId seq',
    AgendaItemEdited: 'actor agendaItem at id meeting opId seq',
    AgendaItemHandled: 'actor agendaItem at id meeting opId seq state',
    AgendaSuggestion: 'actionItem goal reason title',
    Exchange: 'closesAt id meeting revealedAt state',
    ExchangeClosed: 'actor at exchange id meeting opId seq',
    ExchangeOpened: 'actor at exchange id meeting opId seq',
    ExchangeRevealed: 'actor at exchange id meeting opId seq',
    Goal: 'achievedAt createdAt createdBy divergence estimates id menteeEstimate mentorEstimate mentorship milestones planIf planThen retiredReason state talkedAbout targetOn title updatedAt version why',
    GoalAdded: 'actor at goal id opId seq',
    GoalEdited: 'actor at goal id opId seq title version',
    GoalStateChanged: 'actor at from goal id opId reason seq to',
    LeadHandedOver: 'actor at id leader meeting opId seq',
    Meeting:
      'actionItems advice agenda agendaSuggestions callLink cancelReason currentSegment endReason endedAt endedBy exchange id leader mentorship minutes moments moveOnAskedBy notes objective openPromises personalDroppedBy personalTime place plannedBy preparations proposedBy pulses questionCounts reopenableUntil segments serverTime startedAt startsAt state summary summaryBy talkShares talking undoableUntil usefulness version zone',
    MeetingCancelled: 'actor at id meeting opId reason seq',
    MeetingConfirmed: 'actor at id meeting opId seq',
    MeetingEdited: 'actor at id meeting opId seq',
    MeetingEnded: 'actor at id meeting opId reason seq',
    MeetingInterrupted: 'actor at id meeting opId seq',
    MeetingMissed: 'actor at id meeting opId seq',
    MeetingNotes: 'id state text updatedAt',
    MeetingPlanned: 'actor at id meeting opId seq',
    MeetingReopened: 'actor at id meeting opId seq',
    MeetingResumed: 'actor at id meeting opId seq',
    MeetingStartUndone: 'actor at id meeting opId seq',
    MeetingStarted: 'actor at id meeting opId seq',
    Mentorship:
      'actionItems endedAt goals id meetings mentee mentor moments mySide nextMeeting other outcome principleHistory programme seq startedAt state',
    MentorshipOpened: 'actor at id mentorship opId seq',
    Milestone: 'dueOn goal id position reachedAt title version',
    MilestoneAdded: 'actor at goal id milestone opId seq',
    MilestoneEdited: 'actor at goal id milestone opId seq',
    MilestoneRemoved: 'actor at goal id milestoneId opId seq',
    Moment: 'at audience author id kind meeting version words',
    MomentEdited: 'actor at id meeting moment opId seq',
    MomentKept: 'actor at id meeting moment opId seq',
    MoveOnAsked: 'actor at id meeting opId person seq',
    NotesEdited: 'actor at id meeting opId seq update',
    PersonPresent: 'cursor doing person since',
    PersonalTimeDropped: 'actor at gone id meeting opId person seq',
    Preparation: 'person readyAt version words',
    PreparationChanged: 'actor at id meeting opId person readyAt seq words',
    Presence: 'meetingId people',
    PrincipleRating: 'principle value',
    PrincipleReading: 'at meeting ratings side',
    ProgressEstimate: 'at author goal id side value why',
    ProgressEstimated: 'actor at estimate goal id opId seq side value',
    Pulse: 'at author id kind',
    PulseGiven: 'actor at id kind meeting opId pulse seq',
    QuestionCount: 'count person',
    QuestionCounted: 'actor at count id meeting opId person seq',
    Segment: 'id kind minutes position spent startedAt',
    SegmentEntered: 'actor at id meeting opId segment seq',
    SegmentExtended: 'actor at id meeting minutes opId segment seq',
    SummaryCorrected: 'actor at id meeting opId seq',
    TalkShare: 'person seconds',
    TalkTurn: 'endedAt id person startedAt',
    TalkTurnEnded: 'actor at id meeting opId seq turn',
    TalkTurnStarted: 'actor at id meeting opId seq turn',
    UsefulnessMark: 'at author id value',
    UsefulnessMarked: 'actor at id mark meeting opId seq value',
  },
  asker: {
    ActionItemSettledAlready: 'actionItem message',
    AgendaItemSettled: 'agendaItem message',
    AlreadyInvited: 'invitation message',
    AlreadySealed: 'exchange message',
    AlreadyTogether: 'mentorship message',
    AnotherMeetingIsLive: 'meeting message',
    ExchangeNotOpen: 'exchange message',
    GoalLimitReached: 'activeGoals limit message',
    GoalNotInState: 'goal message',
    InvitationNotOpen: 'invitation message',
    MeetingNotInState: 'meeting message',
    MentorIsFull: 'capacity message',
    MentorshipNotActive: 'mentorship message',
    NotTheLeader: 'leader message',
    NotWithYourself: 'message',
    NotYourPart: 'message',
    NotesTooLong: 'limit message',
    NothingToTalkAbout: 'meeting message',
    Outdated: 'current message',
    TooLate: 'message until',
    TooMany: 'limit message',
    WrongAddress: 'message',
  },
  own: {
    Person: 'capacity',
    Meeting: 'privateNote',
    Credential: 'expiresAt id kind',
    CredentialsChanged: 'at id opId seq viewer',
    ExchangeDraftSaved: 'at exchange id opId seq',
    ExchangeSealed: 'at exchange id opId seq',
    InvitationChanged: 'at id invitation opId seq',
    InvitationReceived: 'at id invitation opId seq',
    MentorshipBegan: 'at id mentorship opId seq',
    Passkey: 'createdAt id name',
    PersonalToken: 'createdAt expiresAt hint id lastUsedAt name revokedAt',
    PrivateMomentEdited: 'at id meeting moment opId seq',
    PrivateMomentKept: 'at id meeting moment opId seq',
    PrivateNote: 'id text updatedAt version',
    PrivateNoteSaved: 'at id meeting note opId seq',
    ProfileEdited: 'at id opId person seq',
    Session: 'createdAt current device expiresAt id ipAddress',
    Viewer:
      'activeGoals credential email exchangesToSeal invitationsReceived invitationsSent mentorships nextMeetings passkeys person promises seq sessions tokens',
  },
  author: {
    Exchange: 'mine theirs',
    ExchangeEntry: 'author change helped ratings sealedAt side strength version',
  },
  holder: {
    Invitation: 'answeredAt createdAt expiresAt id inviteeSide inviterName state words',
  },
  signedIn: {
    Organization: 'id name programmes',
    Programme: 'about id myRoles name open organization',
  },
  known: {
    Person: 'about headline id initials isViewer name version zone',
  },
  theTwo: { Invitation: 'email inviter mentorship' },
};

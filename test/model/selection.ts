/*
 * What a client of the model reads: the same fields of each type by an event and by a query. A row is what has a
 * `__typename`; what is nested in a row has none and belongs to it.
 */

const GOAL = `__typename id title why planIf planThen targetOn state version retiredReason achievedAt
  milestones { id title dueOn reachedAt position version } mentorEstimate { id } menteeEstimate { id }`;
const ESTIMATE = '__typename id value why side author { id } goal { id }';
const MEETING = `__typename id state startsAt minutes zone place objective summary cancelReason endReason
  personalTime startedAt endedAt version plannedBy { id } proposedBy { id } leader { id } currentSegment { id }
  moveOnAskedBy { id } endedBy { id } summaryBy { id } personalDroppedBy { id }
  segments { id kind minutes startedAt spent position } preparations { person { id } words readyAt version }`;
const AGENDA_ITEM = `__typename id title detail position state dropReason version meeting { id } author { id }
  goal { id } carriedFrom { id }`;
const ACTION_ITEM = `__typename id title dueOn state dropReason settledAt timesCarried version meeting { id }
  author { id } owner { id }`;
const ADVICE = '__typename id text state markedAt version author { id } meeting { id }';
const MOMENT = '__typename id kind words audience at version author { id } meeting { id }';
const PULSE = '__typename id kind at author { id }';
const MARK = '__typename id value at author { id }';
const TURN = 'id startedAt endedAt person { id }';
const NOTE = '__typename id text version';
const ENTRY = 'helped change strength ratings { principle value } sealedAt version side';

const each = (types: string[], fields: string) =>
  types.map((type) => `... on ${type} { ${fields} }`).join(' ');

const MEETING_EVENTS = [
  ...['MeetingPlanned', 'MeetingEdited', 'MeetingConfirmed', 'MeetingCancelled', 'MeetingMissed'],
  ...['MeetingStarted', 'MeetingStartUndone', 'MeetingInterrupted', 'MeetingResumed', 'MeetingEnded'],
  ...['MeetingReopened', 'SummaryCorrected', 'SegmentEntered', 'SegmentExtended', 'MoveOnAsked'],
  ...['LeadHandedOver', 'PersonalTimeDropped', 'PreparationChanged'],
];

/** Follows what the two share. */
export const FOLLOW_SHARED = `subscription Shared($id: ID!, $after: Int) {
  mentorshipEvents(mentorshipId: $id, after: $after) { __typename id seq opId
    ${each(['GoalAdded', 'GoalEdited', 'GoalStateChanged', 'MilestoneAdded', 'MilestoneEdited', 'MilestoneRemoved'], `goal { ${GOAL} }`)}
    ... on ProgressEstimated { goal { ${GOAL} } estimate { ${ESTIMATE} } }
    ${each(MEETING_EVENTS, `meeting { ${MEETING} }`)}
    ${each(['AgendaItemAdded', 'AgendaItemHandled'], `agendaItem { ${AGENDA_ITEM} }`)}
    ... on AgendaItemEdited { meeting { agenda { ${AGENDA_ITEM} } } }
    ${each(['ActionItemAdded', 'ActionItemEdited', 'ActionItemHandled'], `actionItem { ${ACTION_ITEM} }`)}
    ${each(['AdviceGiven', 'AdviceMarked'], `advice { ${ADVICE} }`)}
    ${each(['MomentKept', 'MomentEdited'], `moment { ${MOMENT} }`)}
    ... on PulseGiven { pulse { ${PULSE} } }
    ... on UsefulnessMarked { mark { ${MARK} } }
    ${each(['TalkTurnStarted', 'TalkTurnEnded'], `meeting { id } turn { ${TURN} }`)}
    ... on QuestionCounted { meeting { id } person { id } }
    ... on NotesEdited { meeting { id } update }
    ... on ExchangeOpened { exchange { id } }
    ... on ExchangeRevealed { exchange { id revealedAt theirs { ${ENTRY} } } }
  } }`;

/** Follows what is one's own. */
export const FOLLOW_OWN = `subscription Own($after: Int) {
  viewerEvents(after: $after) { __typename id seq opId
    ${each(['PrivateMomentKept', 'PrivateMomentEdited'], `moment { ${MOMENT} }`)}
    ... on PrivateNoteSaved { meeting { id } note { ${NOTE} } }
    ${each(['ExchangeDraftSaved', 'ExchangeSealed'], `exchange { id mine { ${ENTRY} } }`)}
  } }`;

const page = (fields: string, first = 40) => `(first: ${first}) { edges { node { ${fields} } } }`;

/** Reads everything anew. */
export const READ = `query Fresh($id: ID!) {
  viewer { seq }
  mentorship(id: $id) { seq
    goals ${page(GOAL)}
    histories: goals ${page(`estimates ${page(ESTIMATE)}`)}
    meetings ${page(MEETING, 20)}
    actionItems ${page(ACTION_ITEM, 100)}
    moments ${page(MOMENT, 100)}
    rooms: meetings(first: 20) { edges { node { id
      agenda { ${AGENDA_ITEM} } advice { ${ADVICE} } pulses { ${PULSE} } usefulness { ${MARK} }
      talking { ${TURN} } talkShares { person { id } seconds } questionCounts { person { id } count }
      notes { text } privateNote { ${NOTE} }
      exchange { id state revealedAt mine { ${ENTRY} } theirs { ${ENTRY} } }
    } } }
  } }`;

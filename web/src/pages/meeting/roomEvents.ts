import { graphql } from '../../platform/generated/index.ts';

/** Everything that may happen while the two are in the room. */
export const RoomEvents = graphql(`
  subscription RoomEvents($mentorshipId: ID!, $after: Int) {
    mentorshipEvents(mentorshipId: $mentorshipId, after: $after) {
      __typename
      id
      seq
      opId
      actor {
        id
        isViewer
        name
      }
      ... on MeetingStarted { meeting { id ...Rail } }
      ... on MeetingStartUndone { meeting { id ...Rail } }
      ... on MeetingInterrupted { meeting { id ...Rail } }
      ... on MeetingResumed { meeting { id ...Rail } }
      ... on MeetingEnded { meeting { id ...Rail } }
      ... on MeetingReopened { meeting { id ...Rail } }
      ... on SegmentEntered { meeting { id ...Rail exchange { id state } } segment { id kind } }
      ... on SegmentExtended { minutes meeting { id ...Rail } }
      ... on LeadHandedOver { meeting { id ...Rail } leader { id isViewer } }
      ... on MoveOnAsked { meeting { id ...Rail } }
      ... on AgendaItemAdded { meeting { id } agendaItem { id ...AgendaRow } }
      ... on AgendaItemEdited { meeting { id ...AgendaPart } agendaItem { id title } }
      ... on AgendaItemHandled { meeting { id } agendaItem { id ...AgendaRow } }
      ... on ActionItemAdded { meeting { id } actionItem { id ...PromiseRow } }
      ... on ActionItemEdited { meeting { id } actionItem { id ...PromiseRow } }
      ... on ActionItemHandled { meeting { id } actionItem { id ...PromiseRow } }
      ... on AdviceGiven { meeting { id } advice { id ...AdviceRow } }
      ... on AdviceMarked { meeting { id } advice { id ...AdviceRow } }
      ... on NotesEdited { meeting { id } update }
      ... on TalkTurnStarted { meeting { id ...Talk } }
      ... on TalkTurnEnded { meeting { id ...Talk } }
      ... on QuestionCounted { meeting { id ...Talk } }
      ... on PulseGiven { meeting { id } pulse { id ...PulseOfRoom } }
      ... on UsefulnessMarked { meeting { id } mark { id ...UsefulnessOfRoom } }
      ... on MomentKept { meeting { id } moment { id ...MomentOfRoom } }
      ... on MomentEdited { meeting { id } moment { id ...MomentOfRoom } }
      ... on ExchangeOpened { meeting { id exchange { id state } } }
      ... on ProgressEstimated { value goal { id ...GoalRow } }
      ... on GoalEdited { goal { id ...GoalRow } }
    }
  }
`);

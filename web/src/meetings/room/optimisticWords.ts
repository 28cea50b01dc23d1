import type { OptimisticMutationConfig } from '@urql/exchange-graphcache';
import { newId } from '../../platform/newIds.ts';
import { meetingOf, viewerOf } from './cached.ts';

type Input = Record<string, unknown>;
const inputOf = (args: object) => (args as { input: Input }).input;

const agendaItem = (payload: string, change: (input: Input) => object) => (args: object) => ({
  __typename: payload,
  agendaItem: { __typename: 'AgendaItem', id: inputOf(args).agendaItemId, ...change(inputOf(args)) },
});

const promise = (payload: string, change: (input: Input) => object) => (args: object) => ({
  __typename: payload,
  actionItem: { __typename: 'ActionItem', id: inputOf(args).actionItemId, ...change(inputOf(args)) },
});

/** What is written down and handled in a meeting, as it will be when all goes well. */
export const optimisticWords: OptimisticMutationConfig = {
  addAgendaItem: (args, cache) => {
    const { opId, meetingId, title, detail = '' } = inputOf(args);
    return {
      __typename: 'AddAgendaItemPayload',
      meeting: meetingOf(meetingId),
      agendaItem: {
        __typename: 'AgendaItem',
        id: newId(opId),
        title,
        detail,
        // After all others, whatever their number.
        position: 1000,
        state: 'OPEN',
        dropReason: null,
        version: 1,
        author: viewerOf(cache),
        meeting: meetingOf(meetingId),
        goal: null,
        carriedFrom: null,
        carriedTo: null,
      },
    };
  },
  discussAgendaItem: agendaItem('DiscussAgendaItemPayload', ({ undo }) => ({
    state: undo ? 'OPEN' : 'DISCUSSED',
  })),
  carryAgendaItem: agendaItem('CarryAgendaItemPayload', () => ({ state: 'CARRIED' })),
  dropAgendaItem: agendaItem('DropAgendaItemPayload', ({ reason }) => ({
    state: 'DROPPED',
    dropReason: reason,
  })),
  addActionItem: (args) => {
    const { opId, meetingId, ownerId, title, dueOn = null } = inputOf(args);
    return {
      __typename: 'AddActionItemPayload',
      meeting: meetingOf(meetingId),
      actionItem: {
        __typename: 'ActionItem',
        id: newId(opId),
        title,
        dueOn,
        state: 'OPEN',
        dropReason: null,
        timesCarried: 0,
        version: 1,
        owner: { __typename: 'Person', id: ownerId },
      },
    };
  },
  completeActionItem: promise('CompleteActionItemPayload', ({ undo }) => ({ state: undo ? 'OPEN' : 'DONE' })),
  dropActionItem: promise('DropActionItemPayload', ({ reason }) => ({
    state: 'DROPPED',
    dropReason: reason,
  })),
  editActionItem: promise('EditActionItemPayload', ({ title, dueOn, version }) => ({
    ...(title !== undefined && { title }),
    ...(dueOn !== undefined && { dueOn }),
    version: Number(version) + 1,
  })),
  giveAdvice: (args) => {
    const { opId, meetingId, text } = inputOf(args);
    return {
      __typename: 'GiveAdvicePayload',
      meeting: meetingOf(meetingId),
      advice: { __typename: 'Advice', id: newId(opId), text, state: 'OFFERED', markedAt: null, version: 1 },
    };
  },
  markAdvice: (args) => {
    const { adviceId, state } = inputOf(args);
    return { __typename: 'MarkAdvicePayload', advice: { __typename: 'Advice', id: adviceId, state } };
  },
};

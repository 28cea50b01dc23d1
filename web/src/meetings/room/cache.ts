import type { FeatureCache } from '../../platform/cache.ts';
import { growing } from '../../platform/growing.ts';
import { movesOfMeeting } from './optimisticMoves.ts';
import { optimisticWords } from './optimisticWords.ts';

const agenda = growing('Meeting', 'agenda', 'agendaItem', 'last');
const promises = growing('Meeting', 'actionItems', 'actionItem', 'last');
const advice = growing('Meeting', 'advice', 'advice', 'last');

/** What the live room tells the cache. */
export const roomCache = {
  optimistic: { ...movesOfMeeting, ...optimisticWords },
  updates: {
    addAgendaItem: agenda.made,
    addActionItem: promises.made,
    giveAdvice: advice.made,
  },
  events: {
    AgendaItemAdded: agenda.told,
    ActionItemAdded: promises.told,
    AdviceGiven: advice.told,
  },
} satisfies FeatureCache;

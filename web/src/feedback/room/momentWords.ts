import type { MomentKind } from '../../platform/generated/graphql.ts';

export const momentName: Record<MomentKind, string> = {
  INSIGHT: 'Insight',
  ADVICE: 'Advice',
  ENCOURAGEMENT: 'Encouragement',
  INTRODUCTION: 'Introduction',
};

export const momentKinds = Object.keys(momentName) as MomentKind[];

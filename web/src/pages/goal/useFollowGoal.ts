import { useFollow } from '../../platform/useFollow.ts';
import { useSoon } from '../../platform/useSoon.ts';
import { announce } from '../../ui/announce.tsx';
import { type Flash, useFlash } from '../../ui/useFlash.ts';
import { GoalEvents } from './GoalQuery.ts';
import { movesMeetings, newsOf } from './goalNews.ts';

interface FollowGoal {
  goalId: string;
  mentorshipId: string;
  /** Of the page as the server gave it; undefined until then. */
  seq: number | undefined;
  refresh: () => void;
}

/** What the other one does with this goal shows at once, is marked for a moment and said politely. */
export function useFollowGoal({ goalId, mentorshipId, seq, refresh }: FollowGoal): Flash {
  const flash = useFlash();
  const soon = useSoon(refresh);
  useFollow({
    document: GoalEvents,
    variables: { mentorshipId },
    seq,
    onEvent: (event) => {
      if (movesMeetings.has(event.__typename)) soon();
      if (event.actor?.isViewer) return;
      const { sentence, mark } = newsOf(event, goalId);
      if (mark) flash.mark(mark);
      if (sentence) announce(sentence);
    },
    refresh,
  });
  return flash;
}

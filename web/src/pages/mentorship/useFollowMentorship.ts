import { useFollow } from '../../platform/useFollow.ts';
import { useSoon } from '../../platform/useSoon.ts';
import { announce } from '../../ui/announce.tsx';
import { type Flash, useFlash } from '../../ui/useFlash.ts';
import { MentorshipEvents } from './MentorshipEvents.ts';
import { isStructural, newsOf } from './mentorshipNews.ts';

interface FollowMentorshipPage {
  mentorshipId: string;
  /** Of the page as the server gave it; undefined until then. */
  seq: number | undefined;
  refresh: () => void;
}

/** What the other one does shows at once on the shared page, is marked for a moment and said politely. */
export function useFollowMentorship({ mentorshipId, seq, refresh }: FollowMentorshipPage): Flash {
  const flash = useFlash();
  const soon = useSoon(refresh);
  useFollow({
    document: MentorshipEvents,
    variables: { mentorshipId },
    seq,
    onEvent: (event) => {
      if (isStructural(event)) soon();
      if (event.actor?.isViewer) return;
      const { sentence, mark } = newsOf(event);
      if (mark) flash.mark(mark);
      if (sentence) announce(sentence);
    },
    refresh,
  });
  return flash;
}

import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Refused } from '../../ui/Refused.tsx';
import classes from './Rail.module.css';
import { RailMoves } from './RailMoves.tsx';
import { RailStrip } from './RailStrip.tsx';
import { Segments } from './Segments.tsx';
import { useRail } from './useRail.ts';
import { useWide } from './useWide.ts';

export const RailFragment = graphql(`
  fragment Rail on Meeting {
    id
    state
    startedAt
    undoableUntil
    serverTime
    leader {
      id
      name
      isViewer
    }
    moveOnAskedBy {
      id
      name
      isViewer
    }
    currentSegment {
      id
    }
    segments {
      id
      kind
      position
      minutes
      spent
      startedAt
    }
    mentorship {
      id
      other {
        id
        name
      }
    }
  }
`);

/** The way through the meeting: where we are, how long it takes, who moves it on. */
export function Rail({ meeting: ref }: { meeting: FragmentType<typeof RailFragment> }) {
  const rail = useRail(readFragment(RailFragment, ref));
  const wide = useWide();

  if (!wide) return <RailStrip rail={rail} />;
  return (
    <nav className={classes.rail} aria-label="The parts of this meeting">
      <Segments rail={rail} />
      <RailMoves rail={rail} />
      {rail.refusal && <Refused>{rail.refusal}</Refused>}
    </nav>
  );
}

import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useViewer } from '../../platform/session.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './Part.module.css';
import { PromiseForm } from './PromiseForm.tsx';
import { PromiseRow } from './PromiseRow.tsx';

export const MadePromisesFragment = graphql(`
  fragment MadePromises on Meeting {
    id
    actionItems {
      id
      ...PromiseRow
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

interface MadePromisesProps {
  meeting: FragmentType<typeof MadePromisesFragment>;
  flash: Flash;
}

/** What was promised in this meeting, and a line for the next. */
export function MadePromises({ meeting: ref, flash }: MadePromisesProps) {
  const { id, actionItems, mentorship } = readFragment(MadePromisesFragment, ref);
  const { person } = useViewer();
  return (
    <div className={classes.part}>
      {actionItems.length > 0 && (
        <ul className={classes.list}>
          {actionItems.map((promise) => (
            <PromiseRow key={promise.id} promise={promise} flash={flash} justMade />
          ))}
        </ul>
      )}
      <PromiseForm meetingId={id} viewerId={person.id} other={mentorship.other} />
    </div>
  );
}

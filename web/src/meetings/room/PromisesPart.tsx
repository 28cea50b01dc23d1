import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './Part.module.css';
import { PromiseRow } from './PromiseRow.tsx';

export const PromisesPartFragment = graphql(`
  fragment PromisesPart on Meeting {
    id
    openPromises {
      id
      ...PromiseRow
    }
  }
`);

interface PromisesPartProps {
  meeting: FragmentType<typeof PromisesPartFragment>;
  flash: Flash;
}

/** What was promised in earlier meetings. */
export function PromisesPart({ meeting: ref, flash }: PromisesPartProps) {
  const { openPromises } = readFragment(PromisesPartFragment, ref);
  if (openPromises.length === 0) {
    return <p className={classes.quiet}>Nothing is open from before. All promises are kept or let go.</p>;
  }
  return (
    <div className={classes.part}>
      <ul className={classes.list}>
        {openPromises.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} flash={flash} />
        ))}
      </ul>
      <p className={classes.quiet}>What you leave untouched stays open and is looked at again.</p>
    </div>
  );
}

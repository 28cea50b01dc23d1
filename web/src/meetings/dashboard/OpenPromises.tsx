import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { PromiseRow } from '../room/PromiseRow.tsx';
import classes from './Dashboard.module.css';

export const OpenPromisesFragment = graphql(`
  fragment OpenPromises on Mentorship {
    id
    actionItems(first: 50, states: [OPEN]) {
      edges {
        node {
          id
          title
          dueOn
          owner {
            id
            name
            isViewer
          }
          ...PromiseRow
        }
      }
    }
  }
`);

interface OpenPromisesProps {
  mentorship: FragmentType<typeof OpenPromisesFragment>;
  /** Whether the two may change it: not when the mentorship is over or rests. */
  writable: boolean;
  flash: Flash;
}

/** What the two have promised each other and not settled yet, what is due first on top. */
export function OpenPromises({ mentorship, writable, flash }: OpenPromisesProps) {
  const { actionItems } = readFragment(OpenPromisesFragment, mentorship);
  const promises = actionItems.edges
    .map(({ node }) => node)
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  return (
    <Section title="Open promises" card>
      {promises.length === 0 ? (
        <p className={classes.nothing}>
          {writable
            ? 'Nothing is open between you. When one of you says “I will” in a meeting, write it down there: it comes here.'
            : 'Nothing was left open between you.'}
        </p>
      ) : (
        <ul className={classes.list}>
          {promises.map((promise) =>
            writable ? (
              <PromiseRow key={promise.id} promise={promise} flash={flash} />
            ) : (
              <li key={promise.id} className={classes.left}>
                {promise.title}
                <span className={classes.day}>
                  {promise.owner.isViewer ? 'You' : calledName(promise.owner.name)}
                </span>
              </li>
            ),
          )}
        </ul>
      )}
    </Section>
  );
}

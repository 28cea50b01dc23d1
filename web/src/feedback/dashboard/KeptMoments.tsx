import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { calledName } from '../../people/calledName.ts';
import type { MomentKind } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import { shortDay } from '../../ui/time.ts';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './Feedback.module.css';

export const KeptMomentsFragment = graphql(`
  fragment KeptMoments on Mentorship {
    id
    moments(first: 8) {
      edges {
        node {
          id
          kind
          audience
          words
          at
          author {
            id
            name
            isViewer
          }
          meeting {
            id
          }
        }
      }
    }
  }
`);

const kindName: Record<MomentKind, string> = {
  ADVICE: 'Advice',
  ENCOURAGEMENT: 'Encouragement',
  INSIGHT: 'Insight',
  INTRODUCTION: 'Introduction',
};

interface KeptMomentsProps {
  mentorship: FragmentType<typeof KeptMomentsFragment>;
  flash: Flash;
}

/** What was worth keeping of what was said. */
export function KeptMoments({ mentorship, flash }: KeptMomentsProps) {
  const { moments } = readFragment(KeptMomentsFragment, mentorship);
  return (
    <Section title="Moments worth keeping" card>
      {moments.edges.length === 0 && (
        <p className={classes.nothing}>
          When something is said in a meeting that you want to remember, one tap keeps it, and it comes here.
        </p>
      )}
      <ul className={classes.moments}>
        {moments.edges.map(({ node: { id, kind, audience, words, at, author, meeting } }) => (
          <li key={id} {...flash.of(id)}>
            {words !== '' && <blockquote className={classes.words}>{words}</blockquote>}
            <span className={classes.kept}>
              {kindName[kind]}, kept by {author.isViewer ? 'you' : calledName(author.name)}
              {audience === 'MINE' && ' for yourself'},{' '}
              <Anchor component={Link} to={`/meetings/${meeting.id}`} underline="always">
                {shortDay(at)}
              </Anchor>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

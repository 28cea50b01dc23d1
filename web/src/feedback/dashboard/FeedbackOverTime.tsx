import { calledName } from '../../people/calledName.ts';
import type { Principle, Side } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import type { ChartLine } from '../../ui/chart.ts';
import { Section } from '../../ui/Section.tsx';
import { SmallMultiples } from '../../ui/SmallMultiples.tsx';
import classes from './Feedback.module.css';

export const FeedbackOverTimeFragment = graphql(`
  fragment FeedbackOverTime on Mentorship {
    id
    mySide
    other {
      id
      name
    }
    principleHistory {
      at
      side
      ratings {
        principle
        value
      }
      meeting {
        id
      }
    }
  }
`);

const principles: [Principle, string][] = [
  ['RESPECT', 'Respect'],
  ['OPENNESS', 'Openness'],
  ['RESPONSIBILITY', 'Responsibility'],
  ['TRUST', 'Trust'],
  ['APPRECIATION', 'Appreciation'],
  ['MUTUAL_BENEFIT', 'Mutual benefit'],
];

/** How each of the two has felt about what carries a good relationship, meeting by meeting. */
export function FeedbackOverTime(props: { mentorship: FragmentType<typeof FeedbackOverTimeFragment> }) {
  const { mySide, other, principleHistory } = readFragment(FeedbackOverTimeFragment, props.mentorship);
  const name = calledName(other.name);
  const line = (of: string, tone: ChartLine['tone'], side: Side, principle: Principle): ChartLine => ({
    name: of,
    tone,
    points: principleHistory
      .filter((reading) => reading.side === side)
      .flatMap(({ at, ratings }) =>
        ratings.filter((it) => it.principle === principle).map(({ value }) => ({ at, value })),
      ),
  });
  const theirSide = mySide === 'MENTOR' ? 'MENTEE' : 'MENTOR';

  if (principleHistory.length === 0) {
    return (
      <Section title="Feedback over time" card>
        <p className={classes.nothing}>
          At the end of each meeting both of you write what helped and how it felt, and both open at once.
          From then on you see here how it changes.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title="Feedback over time"
      card
      hint={
        <span className={classes.legend}>
          <span data-tone="mine">Yours</span> (the full line) and <span data-tone="theirs">{name}’s</span>{' '}
          (dotted), from 1 to 5, after each meeting in which both have sealed.
        </span>
      }
    >
      <SmallMultiples
        range={[1, 5]}
        charts={principles.map(([principle, title]) => ({
          title,
          lines: [line('You', 'mine', mySide, principle), line(name, 'theirs', theirSide, principle)],
        }))}
      />
    </Section>
  );
}

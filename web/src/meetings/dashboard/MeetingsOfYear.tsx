import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { CadenceStrip } from '../../ui/CadenceStrip.tsx';
import { Section } from '../../ui/Section.tsx';
import { shortDay } from '../../ui/time.ts';
import classes from './Dashboard.module.css';
import { dayOf, meetingDays } from './meetingDays.ts';

export const MeetingsOfYearFragment = graphql(`
  fragment MeetingsOfYear on Mentorship {
    id
    meetings(first: 60) {
      edges {
        node {
          id
          state
          startsAt
          objective
        }
      }
    }
  }
`);

/** As many past meetings stand there before somebody asks for the others. */
const SHOWN = 4;
const day = 86_400_000;
/** The year the calendar shows: the weeks behind, and some ahead. */
const behind = 300 * day;
const ahead = 64 * day;

/** How often they meet, as a calendar of weeks, and the way back to each meeting's record. */
export function MeetingsOfYear(props: { mentorship: FragmentType<typeof MeetingsOfYearFragment> }) {
  const { meetings } = readFragment(MeetingsOfYearFragment, props.mentorship);
  const [all, setAll] = useState(false);
  const nodes = meetings.edges.map(({ node }) => node);
  const past = nodes.filter(({ state }) => state === 'ENDED' || state === 'NO_SHOW');
  const [now] = useState(Date.now);
  const [from, to] = [dayOf(now - behind), dayOf(now + ahead)];
  const days = meetingDays(nodes).filter(({ day }) => from <= day && day <= to);

  return (
    <Section title="Meetings over the year" card>
      {days.length === 0 && past.length === 0 ? (
        <p className={classes.nothing}>
          Once you have met, your year stands here, week by week. A meeting a month keeps most pairs going.
        </p>
      ) : (
        <CadenceStrip title="Meetings over the year" from={from} to={to} today={dayOf(now)} days={days} />
      )}
      {past.length > 0 && (
        <ul className={classes.past}>
          {(all ? past : past.slice(0, SHOWN)).map(({ id, state, startsAt, objective }) => (
            <li key={id}>
              <span className={classes.day}>{shortDay(startsAt)}</span>
              <Anchor component={Link} to={`/meetings/${id}`} className={classes.objective}>
                {objective || 'A meeting'}
                {state === 'NO_SHOW' && ', missed'}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
      {!all && past.length > SHOWN && (
        <Button variant="subtle" className={classes.later} onClick={() => setAll(true)}>
          Show earlier meetings
        </Button>
      )}
    </Section>
  );
}

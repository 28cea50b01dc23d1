import { Skeleton } from '@mantine/core';
import { calledName } from '../people/calledName.ts';
import type { ExchangePartsFragment as Exchange } from '../platform/generated/graphql.ts';
import { readFragment } from '../platform/generated/index.ts';
import { useFollow } from '../platform/useFollow.ts';
import { useData } from '../platform/usePage.ts';
import { announce } from '../ui/announce.tsx';
import { clockTime, shortDay } from '../ui/time.ts';
import { BothParts } from './exchange/BothParts.tsx';
import classes from './exchange/exchange.module.css';
import {
  ExchangeEvents,
  ExchangePanelQuery,
  ExchangePartsFragment,
  OwnExchangeEvents,
} from './exchange/exchangeParts.ts';
import { OwnPart } from './exchange/OwnPart.tsx';
import { WritePart } from './exchange/WritePart.tsx';

/** The sealed exchange of a meeting: each writes alone, both open at the same moment. */
export function ExchangePanel({ meetingId }: { meetingId: string }) {
  const { data, fresh, refresh, error } = useData(ExchangePanelQuery, { meetingId });
  const mentorship = data?.meeting.mentorship;
  useFollow({
    document: ExchangeEvents,
    variables: { mentorshipId: mentorship?.id ?? '' },
    seq: fresh ? mentorship?.seq : undefined,
    onEvent: (event) => {
      if (event.__typename !== 'ExchangeRevealed' || event.meeting.id !== meetingId) return;
      announce('The exchange is open: you can read what you wrote to each other.');
    },
    refresh,
  });
  useFollow({
    document: OwnExchangeEvents,
    variables: {},
    seq: fresh ? data?.viewer?.seq : undefined,
    refresh,
  });

  if (!data && error) return <p className={classes.calm}>The exchange cannot be shown right now.</p>;
  if (!data || !mentorship) return <Skeleton height={320} radius={16} aria-busy="true" />;
  const exchange = readFragment(ExchangePartsFragment, data.meeting.exchange);
  const name = calledName(mentorship.other.name);
  if (!exchange) return <p className={classes.calm}>It opens when the meeting comes to it, or ends.</p>;
  return <Now exchange={exchange} name={name} />;
}

function Now({ exchange, name }: { exchange: Exchange; name: string }) {
  const { state, mine, theirs, closesAt } = exchange;
  if (state === 'REVEALED' && mine && theirs) return <BothParts mine={mine} theirs={theirs} name={name} />;
  if (state === 'OPEN') return <WritePart exchange={exchange} name={name} />;
  return (
    <div className={classes.panel}>
      <div className={classes.calm}>
        {state === 'CLOSED' ? closedWords(name) : waitingWords(name, closesAt ?? null)}
      </div>
      {mine?.sealedAt && <OwnPart title="What you wrote" part={mine} />}
    </div>
  );
}

function waitingWords(name: string, closesAt: string | null): string {
  const until = closesAt ? ` There is time until ${shortDay(closesAt)}, ${clockTime(closesAt)}.` : '';
  return `Sealed. It opens for both of you once you have both sealed; until then ${name} sees nothing of it.${until}`;
}

function closedWords(name: string): string {
  return (
    'The 48 hours are over and the exchange has closed. That happens; nothing is held against anybody. ' +
    `What you sealed stays yours alone. If something still matters, tell ${name} when you next meet.`
  );
}

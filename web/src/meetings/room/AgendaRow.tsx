import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { LineForm } from './LineForm.tsx';
import classes from './Part.module.css';

export const AgendaRowFragment = graphql(`
  fragment AgendaRow on AgendaItem {
    id
    title
    detail
    position
    state
    dropReason
    version
    author {
      id
      name
      isViewer
    }
    goal {
      id
      title
    }
  }
`);

const Discuss = graphql(`
  mutation DiscussInRoom($input: DiscussAgendaItemInput!) {
    discussAgendaItem(input: $input) {
      __typename
      ... on DiscussAgendaItemPayload {
        agendaItem {
          id
          ...AgendaRow
        }
      }
      ... on Fact {
        message
      }
      ... on AgendaItemSettled {
        agendaItem {
          id
          ...AgendaRow
        }
      }
    }
  }
`);

const Carry = graphql(`
  mutation CarryInRoom($input: CarryAgendaItemInput!) {
    carryAgendaItem(input: $input) {
      __typename
      ... on CarryAgendaItemPayload {
        agendaItem {
          id
          ...AgendaRow
        }
      }
      ... on Fact {
        message
      }
      ... on AgendaItemSettled {
        agendaItem {
          id
          ...AgendaRow
        }
      }
    }
  }
`);

const Drop = graphql(`
  mutation DropInRoom($input: DropAgendaItemInput!) {
    dropAgendaItem(input: $input) {
      __typename
      ... on DropAgendaItemPayload {
        agendaItem {
          id
          ...AgendaRow
        }
      }
      ... on Fact {
        message
      }
      ... on AgendaItemSettled {
        agendaItem {
          id
          ...AgendaRow
        }
      }
    }
  }
`);

interface AgendaRowProps {
  item: FragmentType<typeof AgendaRowFragment>;
  flash: Flash;
}

/** One thing to talk about: talked about, carried to the next time, or let go with a reason. */
export function AgendaRow({ item: ref, flash }: AgendaRowProps) {
  const item = readFragment(AgendaRowFragment, ref);
  const discuss = useWrite(Discuss);
  const carry = useWrite(Carry);
  const drop = useWrite(Drop);
  const [letting, setLetting] = useState(false);
  const agendaItemId = item.id;
  const open = item.state === 'OPEN';
  const refusal = discuss.refusal ?? carry.refusal ?? drop.refusal;

  return (
    <li className={classes.item} data-settled={!open || undefined} {...flash.of(item.id)}>
      <div className={classes.head}>
        <h3 className={classes.title}>{item.title}</h3>
        <span className={classes.by}>
          {item.author.isViewer ? 'from you' : `from ${calledName(item.author.name)}`}
        </span>
      </div>
      {item.detail && <p className={classes.detail}>{item.detail}</p>}
      {item.goal && (
        <p className={classes.detail}>
          About the goal <Link to={`/goals/${item.goal.id}`}>{item.goal.title}</Link>
        </p>
      )}
      {open && !letting && (
        <div className={classes.actions}>
          <Button variant="light" onClick={() => discuss.send({ input: { agendaItemId } })}>
            Talked about
          </Button>
          <Button variant="subtle" onClick={() => carry.send({ input: { agendaItemId } })}>
            Next time
          </Button>
          <Button variant="subtle" onClick={() => setLetting(true)}>
            Let go
          </Button>
        </div>
      )}
      {open && letting && (
        <div className={classes.form}>
          <LineForm
            name={`agenda-reason/${item.id}`}
            label={`Why is “${item.title}” not needed any more?`}
            button="Let it go"
            maxLength={500}
            autoFocus
            onLeave={() => setLetting(false)}
            onSend={(reason) => {
              setLetting(false);
              return drop.send({ input: { agendaItemId, reason } });
            }}
          />
        </div>
      )}
      {!open && (
        <div className={classes.actions}>
          <span className={classes.settled}>
            <CheckIcon size={18} />
            {settledWords(item)}
          </span>
          {item.state === 'DISCUSSED' && (
            <Button variant="subtle" onClick={() => discuss.send({ input: { agendaItemId, undo: true } })}>
              Undo
            </Button>
          )}
        </div>
      )}
      {refusal && <Refused>{refusal.message}</Refused>}
    </li>
  );
}

function settledWords({ state, dropReason }: { state: string; dropReason?: string | null | undefined }) {
  if (state === 'DISCUSSED') return 'Talked about';
  if (state === 'CARRIED') return 'Comes along to the next meeting';
  return dropReason ? `Let go: ${dropReason}` : 'Let go';
}

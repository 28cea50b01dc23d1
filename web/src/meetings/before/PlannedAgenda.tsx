import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { LineForm } from '../room/LineForm.tsx';
import { AddToAgenda } from './addToAgenda.ts';
import classes from './before.module.css';
import { PlannedItem } from './PlannedItem.tsx';
import { Suggestions } from './Suggestions.tsx';

export const PlannedAgendaFragment = graphql(`
  fragment PlannedAgenda on Meeting {
    id
    agenda {
      id
      title
      state
      ...PlannedItem
    }
    ...Suggestions
  }
`);

interface PlannedAgendaProps {
  meeting: FragmentType<typeof PlannedAgendaFragment>;
  flash: Flash;
}

/** What each of the two brings, in the order it will be talked about. */
export function PlannedAgenda({ meeting: ref, flash }: PlannedAgendaProps) {
  const meeting = readFragment(PlannedAgendaFragment, ref);
  const add = useWrite(AddToAgenda);
  const open = meeting.agenda.filter(({ state }) => state === 'OPEN');
  return (
    <Section
      title="Agenda"
      card
      hint="From both of you. What is not reached comes along to the next meeting."
    >
      {open.length === 0 && (
        <p className={classes.quiet}>Nothing yet. What would make this meeting worth it?</p>
      )}
      <ol className={classes.list}>
        {open.map((item) => (
          <PlannedItem
            key={item.id}
            item={item}
            flash={flash}
            place={meeting.agenda.indexOf(item)}
            before={placeOf(meeting.agenda, open, item, -1)}
            after={placeOf(meeting.agenda, open, item, 1)}
          />
        ))}
      </ol>
      <LineForm
        name={`agenda/${meeting.id}`}
        label="Something for the agenda"
        placeholder="Something to talk about"
        button="Add"
        maxLength={160}
        onSend={(title) => add.send({ input: { meetingId: meeting.id, title } })}
      />
      {add.refusal && <Refused>{add.refusal.message}</Refused>}
      <Suggestions meeting={meeting} titles={open.map(({ title }) => title)} />
    </Section>
  );
}

/** The place, among all, of the open item that stands next to this one; null at either end. */
function placeOf<Item>(all: Item[], open: Item[], item: Item, step: number): number | null {
  const neighbour = open[open.indexOf(item) + step];
  return neighbour === undefined ? null : all.indexOf(neighbour);
}

import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { AgendaRow } from './AgendaRow.tsx';
import { LineForm } from './LineForm.tsx';
import classes from './Part.module.css';

export const AgendaPartFragment = graphql(`
  fragment AgendaPart on Meeting {
    id
    agenda {
      id
      ...AgendaRow
    }
  }
`);

const AddToAgenda = graphql(`
  mutation AddToAgendaInRoom($input: AddAgendaItemInput!) {
    addAgendaItem(input: $input) {
      __typename
      ... on AddAgendaItemPayload {
        agendaItem {
          id
          ...AgendaRow
        }
        meeting {
          id
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

interface AgendaPartProps {
  meeting: FragmentType<typeof AgendaPartFragment>;
  flash: Flash;
}

/** What each of us brought, item by item. */
export function AgendaPart({ meeting: ref, flash }: AgendaPartProps) {
  const { id: meetingId, agenda } = readFragment(AgendaPartFragment, ref);
  const add = useWrite(AddToAgenda);
  return (
    <div className={classes.part}>
      {agenda.length === 0 && (
        <p className={classes.quiet}>Nothing is on the agenda yet. What would make this hour worth it?</p>
      )}
      <ul className={classes.list}>
        {agenda.map((item) => (
          <AgendaRow key={item.id} item={item} flash={flash} />
        ))}
      </ul>
      <LineForm
        name={`agenda/${meetingId}`}
        label="Something for the agenda"
        placeholder="Something else to talk about"
        button="Add"
        maxLength={160}
        doing="WRITING_AGENDA"
        onSend={(title) => add.send({ input: { meetingId, title } })}
      />
      {add.refusal && <Refused>{add.refusal.message}</Refused>}
    </div>
  );
}

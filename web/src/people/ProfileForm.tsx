import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../platform/generated/index.ts';
import { useWrite } from '../platform/useWrite.ts';
import { announce } from '../ui/announce.tsx';
import { Refused } from '../ui/Refused.tsx';

export const ProfileFormFragment = graphql(`
  fragment ProfileForm on Person {
    id
    name
    headline
    about
    zone
    capacity
    version
  }
`);

const EditProfile = graphql(`
  mutation EditProfile($input: EditProfileInput!) {
    editProfile(input: $input) {
      __typename
      ... on EditProfilePayload {
        person {
          id
          ...ProfileForm
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ... on Person {
            ...ProfileForm
          }
        }
      }
    }
  }
`);

/** What the people you work with read about you. */
export function ProfileForm(props: { person: FragmentType<typeof ProfileFormFragment> }) {
  const person = readFragment(ProfileFormFragment, props.person);
  const [draft, setDraft] = useState(person);
  const edit = useWrite(EditProfile);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });

  async function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { name, headline, about, zone, capacity } = draft;
    // The newest version: what was typed here is what its writer wants, whatever another window saved.
    const input = { version: person.version, name, headline, about, zone, capacity };
    if (await edit.send({ input })) announce('Saved.');
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack>
        <TextInput
          label="Name"
          required
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label="In one line"
          placeholder="Second-year resident, paediatrics"
          maxLength={120}
          value={draft.headline}
          onChange={(event) => change({ headline: event.currentTarget.value })}
        />
        <Textarea
          label="About you"
          autosize
          minRows={3}
          maxLength={2000}
          value={draft.about}
          onChange={(event) => change({ about: event.currentTarget.value })}
        />
        <NativeSelect
          label="Time zone"
          description="Meetings are shown to the others in their time and in yours."
          data={zones(draft.zone)}
          value={draft.zone}
          onChange={(event) => change({ zone: event.currentTarget.value })}
        />
        <TextInput
          type="number"
          label="Mentees you have room for"
          description="Nobody can begin with you once these places are taken."
          min={0}
          max={50}
          required
          value={draft.capacity ?? 2}
          onChange={(event) => change({ capacity: event.currentTarget.valueAsNumber || 0 })}
        />
        {edit.refusal && <Refused>{edit.refusal.message}</Refused>}
        <Button type="submit" disabled={draft.name.trim() === ''} style={{ justifySelf: 'start' }}>
          Save
        </Button>
      </Stack>
    </form>
  );
}

/** Every zone this browser knows, and the one that is set in any case. */
function zones(current: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current])].sort();
}

import { builder, FactInterface } from '../builder.ts';
import { Outdated } from '../platform/facts.ts';
import { editProfile } from './editProfile.ts';
import { MentorIsFull } from './errors.ts';
import { profileWords } from './limits.ts';

builder.objectType(MentorIsFull, {
  name: 'MentorIsFull',
  description: 'The mentor has no room for another mentee.',
  interfaces: [FactInterface],
  fields: (t) => ({
    capacity: t.int({
      nullable: true,
      description: 'How many mentees there is room for; null unless you are the mentor.',
      resolve: ({ mentorId, capacity }, _args, { viewer }) =>
        viewer?.personId === mentorId ? capacity : null,
    }),
  }),
});

builder.relayMutationField(
  'editProfile',
  {
    inputFields: (t) => ({
      version: t.int({ required: true, description: 'The `Person.version` you are changing.' }),
      name: t.string({ validate: profileWords.name, description: '1–80 characters.' }),
      headline: t.string({ validate: profileWords.headline, description: 'At most 160 characters.' }),
      about: t.string({ validate: profileWords.about, description: 'At most 2,000 characters.' }),
      zone: t.string({ validate: profileWords.zone, description: 'An IANA time zone.' }),
      capacity: t.int({ validate: profileWords.capacity, description: '0–50 mentees at once.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Changes what others read about you; left-out fields stay. Recorded as ProfileEdited. MentorIsFull when the ' +
      'capacity would be smaller than the mentees you have; Outdated when you name an old version; BAD_USER_INPUT ' +
      'when words are too long, the name is empty, or there is no such time zone.',
    errors: { types: [MentorIsFull, Outdated] },
    resolve: (_root, { input }, context) => editProfile(context, input),
  },
  {
    outputFields: (t) => ({
      person: t.prismaField({
        type: 'Person',
        resolve: (query, { personId }, _args, { prisma }) =>
          prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
      }),
    }),
  },
);

import { viewerEvent } from '../accounts/events.ts';

export type ProfileFacts = {
  personId: string;
  name: string;
  zone: string;
  headline: string;
  about: string;
  capacity: number;
  version: number;
};

viewerEvent<ProfileFacts>('ProfileEdited', 'You changed what others read about you.', (t) => ({
  person: t.prismaField({
    type: 'Person',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.person.findUniqueOrThrow({ ...query, where: { id: payload.personId } }),
  }),
}));
